import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';

/** What a layout is filled with. */
export interface PageContent {
  title: string;
  date: string;
  source: string;
  paragraphs: readonly string[];
}

const FOLDER = new URL('../../fixtures/pages/', import.meta.url);

export const layouts: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''));

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A layout of `fixtures/pages` with content, as a page's source. */
export function renderPage(layout: string, content: PageContent): string {
  const template = readFileSync(new URL(`${layout}.html`, FOLDER), 'utf8');
  const wrapper = /^<!-- paragraph: ([\s\S]*?) ?-->\n/.exec(template) as RegExpExecArray;
  const body = content.paragraphs
    .map((paragraph) => (wrapper[1] as string).replace('{}', () => escapeHtml(paragraph)))
    .join('\n');
  return template
    .slice(wrapper[0].length)
    .replaceAll('{{title}}', () => escapeHtml(content.title))
    .replaceAll('{{date}}', content.date)
    .replaceAll('{{source}}', () => escapeHtml(content.source))
    .replace('{{body}}', () => body);
}

/** The same in the bytes that its `<meta>` declares. */
export function renderPageBytes(layout: string, content: PageContent): Uint8Array {
  const html = renderPage(layout, content);
  return iconv.encode(html, /charset=["']?([\w-]+)/i.exec(html)?.[1] ?? 'utf-8');
}
