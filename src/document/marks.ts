import { CharClass, charClasses } from '../text/char-class.js';

/**
 * Offsets of the marks that part a text, in text order: line ends, 。！？ and ，；：. They are looked for once; lines, sentences,
 * attributions and enumerators then go from mark to mark and not from character to character.
 */
export function readMarks(text: string): number[] {
  const classes = charClasses();
  const marks: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const kind = classes[text.charCodeAt(i)] as number;
    if (kind >= CharClass.lineEnd && kind <= CharClass.clauseEnd) marks.push(i);
  }
  return marks;
}

/** Index of the first mark at or behind `offset`, counted on from `from`. */
export function markFrom(marks: readonly number[], from: number, offset: number): number {
  let i = from;
  while (i < marks.length && (marks[i] as number) < offset) i++;
  return i;
}
