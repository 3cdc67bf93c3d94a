import type { StatisticMention } from '../mentions.js';
import { type Basis, classifyBase } from './base.js';
import { hasRole, type Word } from './clause.js';
import type { FigureReading } from './reading.js';
import { Role } from './word-tables.js';

/** The basis of every change: named in its own clause, else the one last named in its sentence. */
export function readBases(
  text: string,
  readings: readonly FigureReading[],
  mentions: readonly StatisticMention[],
  anchor: string | null,
): void {
  let sentence = -2;
  let named: Basis | null = null;
  readings.forEach((reading, i) => {
    const { frame } = reading;
    const mention = mentions[i] as StatisticMention;
    const periodYear = yearOf(mention.asOf?.latest ?? mention.asOf?.earliest ?? anchor);
    if (frame.sentence !== sentence) named = null;
    sentence = frame.sentence;
    named = namedBasis(text, frame.left, periodYear) ?? namedBasis(text, frame.gap, periodYear) ?? named;
    if (reading.change !== null) mention.basis = named;
  });
}

function yearOf(iso: string | null): number | null {
  return iso === null ? null : Number(iso.slice(0, 4));
}

function namedBasis(text: string, words: readonly Word[], periodYear: number | null): Basis | null {
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (hasRole(word, Role.base)) return classifyBase(baseText(text, words, i), periodYear);
    if (text.startsWith('同比', word.start)) return 'yoy';
    if (text.startsWith('环比', word.start)) return 'mom';
  }
  return null;
}

function baseText(text: string, words: readonly Word[], last: number): string {
  let first = last;
  while (first > 0 && hasRole(words[first - 1], Role.base)) first--;
  return text.slice((words[first] as Word).start, (words[last] as Word).end);
}
