import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { validateXML } from 'xmllint-wasm';

/** What libxml2 finds wrong with a document by a RELAX NG schema of this folder. */
export async function faults(xml: string, schema: string): Promise<string[]> {
  const contents = readFileSync(new URL(schema, import.meta.url), 'utf8');
  const { valid, errors } = await validateXML({
    xml: { fileName: 'made.xml', contents: xml },
    schema: { fileName: schema, contents },
    extension: 'relaxng',
  });
  return valid ? [] : errors.map(({ message }) => message).concat(errors.length === 0 ? ['invalid'] : []);
}

export const parsed = (xml: string): Document => new new JSDOM().window.DOMParser().parseFromString(xml, 'text/xml');

export const texts = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((e) => e.textContent);
