import { CharClass, charClasses } from '../text/char-class.js';
import type { Paragraph, Sentence } from './document.js';
import { markFrom, readMarks } from './marks.js';

/** Sentences of every paragraph, closing quotation marks and brackets included; a paragraph without 。 is one sentence. */
export function readSentences(text: string, paragraphs: readonly Paragraph[], marks = readMarks(text)): Sentence[] {
  const sentences: Sentence[] = [];
  let mark = 0;
  for (let paragraph = 0; paragraph < paragraphs.length; paragraph++) {
    let { start, end: limit } = paragraphs[paragraph] as Paragraph;
    while (start < limit) {
      mark = stopFrom(text, marks, markFrom(marks, mark, start), limit);
      const end = sentenceEnd(text, marks[mark] ?? limit, limit);
      sentences.push({ start, end, paragraph, attribution: null });
      start = skipBlanks(text, end, limit);
    }
  }
  return sentences;
}

/** Index of the first mark from `from` on that ends a sentence; of the first behind `limit` when none does. */
function stopFrom(text: string, marks: readonly number[], from: number, limit: number): number {
  const classes = charClasses();
  let i = from;
  while (
    i < marks.length &&
    (marks[i] as number) < limit &&
    classes[text.charCodeAt(marks[i] as number)] !== CharClass.sentenceEnd
  )
    i++;
  return i;
}

/** Where the sentence ends whose first 。 stands at `stop`: behind all that closes it (！”). */
function sentenceEnd(text: string, stop: number, limit: number): number {
  if (stop >= limit) return limit;
  const classes = charClasses();
  let end = stop + 1;
  while (end < limit) {
    const kind = classes[text.charCodeAt(end)];
    if (kind !== CharClass.sentenceEnd && kind !== CharClass.close) break;
    end++;
  }
  return end;
}

function skipBlanks(text: string, offset: number, limit: number): number {
  const classes = charClasses();
  let at = offset;
  while (at < limit && classes[text.charCodeAt(at)] === CharClass.blank) at++;
  return at;
}

/** Index of the span that holds `offset`; of spans in text order that do not overlap; -1 when none does. */
export function indexAt(spans: readonly { start: number; end: number }[], offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as { start: number; end: number };
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
