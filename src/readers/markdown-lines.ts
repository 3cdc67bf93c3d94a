import type { SourceLine } from './text-builder.js';

/** Reads the marks of Markdown off a line that stands outside of any element: headings, bullets, emphasis, links, table rows. */
export function readMarkdownLine(line: SourceLine): SourceLine | null {
  const text = line.text.trim();
  if (/^(?:[-*_=]\s?){3,}$/.test(text) || /^\|?[\s:|-]*-{3,}[\s:|-]*$/.test(text)) return null;
  const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(text);
  if (heading !== null)
    return { ...line, text: readInline(heading[2] as string), kind: 'heading', level: (heading[1] as string).length };
  if (text.startsWith('|') && text.endsWith('|')) return { ...line, text: readRow(text), kind: 'table' };
  const bullet = /^[-*+]\s+(.+)$/.exec(text);
  if (bullet !== null) return { ...line, text: readInline(bullet[1] as string), kind: 'list-item', level: 1 };
  return { ...line, text: readInline(text.replace(/^(?:>\s?)+/, '')) };
}

function readRow(text: string): string {
  const cells = text.slice(1, -1).split('|');
  return cells.map((cell) => readInline(cell.trim())).join('\t');
}

/** Emphasis and links without their marks, pictures left out. */
function readInline(text: string): string {
  return text
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,500}\)/g, '')
    .replace(/\[([^\]]{1,200})\]\([^)]{0,500}\)/g, '$1')
    .replace(/(\*\*|__|`)(?=\S)([^*_`]{1,400}?)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1');
}
