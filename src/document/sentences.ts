import { charClasses, CharClass } from '../text/char-class.js';
import type { Paragraph, Sentence } from './document.js';

/** Sentences of every paragraph, closing quotation marks and brackets included; a paragraph without 。 is one sentence. */
export function readSentences(text: string, paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, index) => {
    let start = paragraph.start;
    while (start < paragraph.end) {
      const end = sentenceEnd(text, start, paragraph.end);
      sentences.push({ start, end, paragraph: index, attribution: null });
      start = skipBlanks(text, end, paragraph.end);
    }
  });
  return sentences;
}

function sentenceEnd(text: string, start: number, limit: number): number {
  const classes = charClasses();
  for (let i = start; i < limit; i++) {
    if (classes[text.charCodeAt(i)] !== CharClass.sentenceEnd) continue;
    let end = i + 1;
    while (end < limit && (classes[text.charCodeAt(end)] === CharClass.sentenceEnd || classes[text.charCodeAt(end)] === CharClass.close)) end++;
    return end;
  }
  return limit;
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
