import { build, options } from './build.ts';
import { serve } from './serve.ts';

/** `npm start`: check, build into `dist/`, serve. The office's own server takes the same folder. */
const PORT = 4321;

try {
  const chosen = options(process.argv.slice(2));
  const code = await build(chosen, (text) => process.stdout.write(`${text}\n`));
  if (code === 0) {
    const { address } = await serve(chosen.out, chosen.base, PORT);
    process.stdout.write(`网站已生成，请打开 ${address} （按 Ctrl+C 结束）\n`);
  } else process.exitCode = code;
} catch (cause) {
  const busy = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
  process.stderr.write(
    `${busy ? `端口 ${PORT} 已被占用，请先结束占用它的程序` : cause instanceof Error ? cause.message : String(cause)}\n`,
  );
  process.exitCode = 1;
}
