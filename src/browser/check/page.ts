import type { Problem } from '../../ingest/problem/problem.ts';
import type { Answer, Dropped, Question } from './message.ts';
import { problemList } from './problem-list.ts';
import { spreadsheet } from './spreadsheet.ts';
import { element } from './element.ts';
import { report } from './report.ts';
import { trusted } from '../trusted.ts';
import workerAddress from './worker.ts?worker&url';

/** Wires `/staff/check/`: files in, the worker's answer out. Everything stays on this machine. */
const page = {
  files: document.querySelector<HTMLInputElement>('#files')!,
  folder: document.querySelector<HTMLInputElement>('#folder')!,
  drop: document.querySelector<HTMLElement>('#drop')!,
  status: document.querySelector<HTMLElement>('#status')!,
  result: document.querySelector<HTMLElement>('#result')!,
};
page.folder.webkitdirectory = true;
const registry = JSON.parse(document.querySelector('#registry')!.textContent ?? '""') as string;

const ours = trusted('bulletin-press', {
  createHTML: (drawing: string) => drawing,
  createScriptURL: (address: string) => address,
});

// Started at once, so that the page goes on working when the network does not.
const worker = new Worker(ours.createScriptURL(workerAddress), { type: 'module' });
let latest = 0;

worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
  if (data.id === latest) show(data);
});
worker.addEventListener('error', () => {
  page.status.textContent = '检查程序没有装载成功，请重新打开本页。';
});

async function check(files: Iterable<File>): Promise<void> {
  const dropped = await Promise.all(
    [...files].map(async (file): Promise<Dropped> => ({
      name: file.webkitRelativePath || file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  if (dropped.length === 0) return;
  page.status.textContent = `正在检查${dropped.length}个文件……`;
  latest += 1;
  worker.postMessage({ id: latest, dropped, registry } satisfies Question);
}

function show({ problems, sheets, pictures, absent }: Answer): void {
  const count = (severity: Problem['severity']): number => problems.filter((p) => p.severity === severity).length;
  page.status.textContent =
    count('error') > 0
      ? `检查完了：${count('error')}处错误，${count('notice')}处说明。改正全部错误后才能发布。`
      : `检查完了：没有错误，${count('notice')}处说明（已替您规范，不必改）。`;
  page.result.replaceChildren(
    ...(absent.length > 0 ? [element('p', { class: 'meta' }, absent.join(''))] : []),
    problemList(
      problems,
      () => report(problems),
      (words) => {
        page.status.textContent = words;
      },
    ),
    ...sheets.map((sheet) =>
      spreadsheet(
        sheet,
        problems.filter((p) => p.file === sheet.path),
      ),
    ),
    ...(pictures.length > 0 ? [element('h2', {}, '图的预览')] : []),
    ...pictures.map(({ title, says, wide, narrow }) => {
      const chart = element('div', { class: 'chart' });
      // Our own drawing, in which every text is escaped.
      chart.innerHTML = ours.createHTML(`<div class="wide">${wide}</div><div class="narrow">${narrow}</div>`);
      return element(
        'figure',
        { class: 'figure' },
        element('h3', {}, title),
        element('p', { class: 'says' }, says),
        chart,
      );
    }),
  );
  page.result.hidden = false;
}

for (const input of [page.files, page.folder]) {
  input.addEventListener('change', () => {
    void check(input.files ?? []);
    // Choosing the same file again after mending it is a change too.
    setTimeout(() => {
      input.value = '';
    });
  });
}
page.drop.addEventListener('dragover', (event) => {
  event.preventDefault();
  page.drop.classList.add('over');
});
page.drop.addEventListener('dragleave', () => {
  page.drop.classList.remove('over');
});
page.drop.addEventListener('drop', (event) => {
  event.preventDefault();
  page.drop.classList.remove('over');
  void entries(event.dataTransfer).then(check);
});

/** Files of a drop, those inside dropped folders with their paths. */
async function entries(transfer: DataTransfer | null): Promise<File[]> {
  const roots = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const walk = async (entry: FileSystemEntry): Promise<File[]> => {
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => {
        (entry as FileSystemFileEntry).file(resolve, reject);
      });
      Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.slice(1) });
      return [file];
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const children: FileSystemEntry[] = [];
    for (let batch = await batchOf(reader); batch.length > 0; batch = await batchOf(reader)) children.push(...batch);
    return (await Promise.all(children.map(walk))).flat();
  };
  return (await Promise.all(roots.map(walk))).flat();
}

const batchOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });
