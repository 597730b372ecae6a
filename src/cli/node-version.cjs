'use strict';

/**
 * What to say to someone whose Node cannot run the commands; null if it can. The sources are TypeScript, which Node runs
 * as it stands since 22.18 and 23.6 (https://nodejs.org/api/typescript.html#type-stripping); Astro 7 wants less, 22.12.
 * @param {string} version such as `20.19.5`
 * @returns {string | null}
 */
exports.refusal = function (version) {
  var parts = version.split('.').map(Number);
  var major = parts[0];
  var minor = parts[1];
  if (major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)) return null;
  return (
    '这台电脑上的 Node.js 是 ' +
    version +
    '，本程序需要 22.18 或更新的版本（23 系列需要 23.6 以上）。\n' +
    '→ 从 https://nodejs.org/zh-cn/download 下载安装 24（LTS），重新打开命令行窗口，再试一次'
  );
};
