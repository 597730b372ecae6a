/** What a person can do about a failure of the machine, by its code (https://nodejs.org/api/errors.html#common-system-errors). */
const CURES: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满\n→ 腾出空间，再试一次',
  EDQUOT: '磁盘配额已满\n→ 腾出空间，再试一次',
  EROFS: '这个磁盘是只读的，写不进去\n→ 换一个能写的文件夹，或请管理员开通写入',
  EACCES: '没有读写的权限\n→ 请管理员开通权限，或换一个文件夹',
  EPERM: '没有读写的权限，或者正被别的程序占用\n→ 关闭打开它的程序，再试一次',
  EBUSY: '正被别的程序占用\n→ 关闭打开它的程序，再试一次',
  ENOTDIR: '路径中间有一段是文件，不是文件夹\n→ 把这个文件移走或改名，再试一次',
  EEXIST: '那里已经有同名的文件\n→ 把它移走或改名，再试一次',
  EISDIR: '那里是文件夹，不是文件\n→ 把它移走或改名，再试一次',
  ENOTEMPTY: '刚刚被别的程序写入\n→ 等它结束，再试一次',
  ENOENT: '没有这个文件或文件夹\n→ 核对路径，再试一次',
  EMFILE: '同时打开的文件太多\n→ 关闭别的程序，再试一次',
  ENAMETOOLONG: '路径太长\n→ 换一个短一些的文件夹名',
};

/** A failure in words that its reader can act on. */
export function messageOf(cause: unknown): string {
  const system = systemError(cause);
  if (system) return `“${placeOf(system)}”：${CURES[system.code]!}（${system.code}）`;
  return cause instanceof Error ? cause.message : String(cause);
}

/** Where the trouble is: of what is copied or linked, where it should go, if that is what could not be written. */
const placeOf = ({ code, path, dest }: SystemError): string =>
  (WRITTEN.has(code) ? (dest ?? path) : (path ?? dest)) ?? '';

const WRITTEN = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES']);

interface SystemError {
  readonly code: string;
  readonly path?: string;
  readonly dest?: string;
}

/** The machine's own error, however deep another one wraps it. */
function systemError(cause: unknown): SystemError | undefined {
  for (let error = cause; error instanceof Error; error = error.cause) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && Object.hasOwn(CURES, code)) return error as unknown as SystemError;
  }
  return undefined;
}
