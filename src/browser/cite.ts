import { copied } from './clipboard.ts';

/** What only a script can do for a reader who cites: copy, save a file, and write the day of reading. */
const section = document.querySelector<HTMLElement>('.citing')!;
const message = section.querySelector<HTMLElement>('[role="status"]')!;
const SHOWN_MS = 4_000;
let timer: number | undefined;

/** The reader's own calendar day, not that of Greenwich. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function button(word: string, name: string, press: () => void): HTMLButtonElement {
  const node = document.createElement('button');
  node.type = 'button';
  node.textContent = word;
  node.setAttribute('aria-label', `${word}“${name}”`);
  node.addEventListener('click', press);
  return node;
}

async function copy(name: string, text: HTMLElement): Promise<void> {
  const done = await copied(text);
  window.clearTimeout(timer);
  message.textContent = done ? `已复制：${name}` : '没有复制成功，请选中文字后手工复制';
  // A failure stays, since there is still something to do.
  if (done)
    timer = window.setTimeout(() => {
      message.textContent = '';
    }, SHOWN_MS);
}

function save(file: string, text: string): void {
  // RIS asks for CRLF, which HTML does not keep.
  const content = `${text}\n`.replaceAll('\n', file.endsWith('.ris') ? '\r\n' : '\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = file;
  link.click();
  window.setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, SHOWN_MS);
}

const note = section.querySelector<HTMLElement>('[data-accessed]')!;
const placeholder = `[${note.dataset['accessed']!}]`;
const accessed = today();
note.textContent = `引用日期写的是今天，${accessed}。`;

for (const form of section.querySelectorAll<HTMLElement>('.form')) {
  const { name, file } = form.dataset;
  const text = form.querySelector<HTMLElement>('.cite')!;
  if (text.textContent.includes(placeholder)) text.textContent = text.textContent.replace(placeholder, `[${accessed}]`);
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  if (file) buttons.append(button('下载', name!, () => save(file, text.textContent)));
  buttons.append(
    button('复制', name!, () => {
      void copy(name!, text);
    }),
  );
  form.append(buttons);
}
