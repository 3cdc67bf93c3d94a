import type { SourceBlock, SourceBlockKind } from '../document/source-document.js';

/** One line of a file's main text before it has a place. */
export interface SourceLine {
  text: string;
  kind: SourceBlockKind;
  level: number | null;
  origin: string | null;
}

export interface BuiltText {
  text: string;
  blocks: SourceBlock[];
}

/** Lines, each ended by a line feed; line ends inside a line become blanks, empty lines are left out. */
export function buildText(lines: readonly SourceLine[]): BuiltText {
  const blocks: SourceBlock[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const line of lines) {
    const text = line.text.replace(/[\r\n\u2028\u2029\u0085\f\v]+/g, ' ').trim();
    if (text === '') continue;
    blocks.push({ start: length, end: length + text.length, kind: line.kind, level: line.level, origin: line.origin });
    parts.push(text);
    length += text.length + 1;
  }
  return { text: parts.map((part) => `${part}\n`).join(''), blocks };
}
