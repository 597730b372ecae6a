/** Said under a table whose numbers the model does not hold. */
export const PLAIN_NOTE = '这张表照通报原样列出，其中的数没有逐个核对，也不在数据集里。';
