import { byWords, queryOf, type Query } from '../../search/query.ts';
import { findIn, load, type Hit } from './pagefind.ts';
import { resultItem } from './result.ts';

/** Wires `/search/`: what is asked for is found and listed while it is typed, and stands in the address. */
const form = document.querySelector<HTMLFormElement>('#search')!;
const page = {
  asked: form.querySelector<HTMLInputElement>('#q')!,
  facets: [...form.querySelectorAll('select')],
  status: document.querySelector<HTMLElement>('#status')!,
  results: document.querySelector<HTMLElement>('#results')!,
  more: document.querySelector<HTMLButtonElement>('#more')!,
};
const { indexes: addresses = '', base = '' } = form.dataset;
/** Of each volume, the newest first. */
const indexes = addresses.split(' ');
/** Sentences listed at a time. */
const STEP = 20;
const PAUSE_MS = 200;

interface Listing {
  readonly query: Query;
  readonly hits: readonly Hit[];
}

let listing: Listing = { query: queryOf(''), hits: [] };
/** Of the newest question; an answer to an earlier one comes too late. */
let turn = 0;
let pause: number | undefined;

async function answer(): Promise<void> {
  turn += 1;
  const own = turn;
  remember();
  const query = queryOf(page.asked.value);
  if (query.parts.length > 0) page.status.textContent = '正在找……';
  const [next, words] = query.parts.length > 0 ? await found(query) : [{ query, hits: [] }, empty(query)];
  const items = await itemsOf(next, 0);
  if (own !== turn) return;
  listing = next;
  page.results.replaceChildren(...items);
  told(words);
}

const empty = ({ text }: Query): string => (text === '' ? '' : '请输入要找的字、词或数。');

/** What holds the question as it was typed, else by its words; and how many there are. */
async function found(query: Query): Promise<[Listing, string]> {
  const facets = page.facets.flatMap(({ selectedOptions: [option] }) => option?.dataset['word'] ?? []);
  const hits = await findIn(indexes, query.parts, facets);
  if (hits.length > 0) return [{ query, hits }, `找到${hits.length}句。`];
  const words = byWords(query);
  const others = words ? await findIn(indexes, words.parts, facets) : [];
  return words && others.length > 0
    ? [{ query: words, hits: others }, `没有连着写“${query.text}”的；这几个词都有的，找到${others.length}句。`]
    : [{ query, hits }, `没有找到“${query.text}”。`];
}

async function itemsOf({ query, hits }: Listing, from: number): Promise<HTMLElement[]> {
  const sentences = await Promise.all(hits.slice(from, from + STEP).map((hit) => hit()));
  return sentences.map((one) => resultItem(one, query.parts, base));
}

function told(words: string): void {
  page.status.textContent = words;
  page.more.hidden = page.results.childElementCount >= listing.hits.length;
}

/** Lists some more, and leads the reader to the first of them. */
async function extend(): Promise<void> {
  const [own, from] = [listing, page.results.childElementCount];
  const items = await itemsOf(own, from);
  if (listing !== own || page.results.childElementCount !== from) return;
  page.results.append(...items);
  told(page.status.textContent);
  items[0]?.querySelector('a')?.focus();
}

const fields = (): (HTMLInputElement | HTMLSelectElement)[] => [page.asked, ...page.facets];

/** So that the reader can come back to it, and hand it on. */
function remember(): void {
  const address = new URL(window.location.href);
  for (const { name, value } of fields()) {
    if (value.trim() === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value.trim());
  }
  window.history.replaceState(null, '', address);
}

function recall(): void {
  const asked = new URL(window.location.href).searchParams;
  for (const field of fields()) field.value = asked.get(field.name) ?? '';
  // What an address names and this site has not is nothing.
  for (const facet of page.facets) if (facet.selectedIndex < 0) facet.value = '';
}

function failed(): void {
  page.status.textContent = '搜索没有装载成功，请重新打开本页，或者到“通报”“指标”“数据”里找。';
}

function ask(): void {
  window.clearTimeout(pause);
  answer().catch(failed);
}

function askSoon(): void {
  window.clearTimeout(pause);
  pause = window.setTimeout(ask, PAUSE_MS);
}

form.addEventListener('focusin', () => {
  Promise.all(indexes.map(load)).catch(failed);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
// Letters of a Pinyin that is being typed are no question yet.
form.addEventListener('input', (event) => {
  if (!event.isComposing) askSoon();
});
form.addEventListener('compositionend', askSoon);
page.more.addEventListener('click', () => {
  extend().catch(failed);
});

form.hidden = false;
document.querySelector<HTMLElement>('#unscripted')!.hidden = true;
recall();
if (page.asked.value !== '') ask();
