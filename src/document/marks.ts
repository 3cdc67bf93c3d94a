import { CharClass, eachBesideHan } from '../text/char-class.js';

let table: Uint8Array | null = null;

function buildTable(): Uint8Array {
  const marks = new Uint8Array(65536);
  eachBesideHan((code, kind) => {
    if (kind >= CharClass.lineEnd && kind <= CharClass.clauseEnd) marks[code] = 1;
  });
  return marks;
}

/** 1 for the code units of marks. */
export function markTable(): Uint8Array {
  table ??= buildTable();
  return table;
}

/**
 * Offsets of the marks that part a text, in text order: line ends, 。！？ and ，；：. They are looked for once; lines, sentences,
 * attributions and enumerators then go from mark to mark and not from character to character.
 */
export function readMarks(text: string): number[] {
  const isMark = markTable();
  const marks: number[] = [];
  for (let i = 0; i < text.length; i++) if (isMark[text.charCodeAt(i)] === 1) marks.push(i);
  return marks;
}

/** Index of the first mark at or behind `offset`, counted on from `from`. */
export function markFrom(marks: readonly number[], from: number, offset: number): number {
  let i = from;
  while (i < marks.length && (marks[i] as number) < offset) i++;
  return i;
}
