import type { StatisticMention } from '../mentions.js';
import { type Basis, classifyBase } from './base.js';
import { hasRole, type Word } from './clause.js';
import type { Frame } from './frame.js';
import type { FigureReading } from './reading.js';
import { Role } from './role.js';
import { Sign } from './signs.js';

/** The basis of every change: named in its own clause, else the one last named in its sentence. */
export function readBases(
  text: string,
  readings: readonly FigureReading[],
  mentions: readonly StatisticMention[],
  anchor: string | null,
): void {
  for (let from = 0; from < readings.length; ) {
    const to = sentenceEnd(readings, from);
    let named: Basis | null = null;
    // without a change behind it nobody asks for a basis
    const last = lastChange(readings, from, to);
    for (let i = from; i <= last; i++) {
      const { frame, change } = readings[i] as FigureReading;
      const mention = mentions[i] as StatisticMention;
      const periodYear = yearOf(mention.asOf?.latest ?? mention.asOf?.earliest ?? anchor);
      const own = basisBefore(text, frame, periodYear);
      if (change !== null) mention.basis = own ?? named;
      // 降幅比上月回落0.3个百分点，其中食品价格下降0.5%: the base of a rate's change is not that of the prices
      if (own !== null && !(frame.figure.sort === 'points' && frame.left.some(isRateNoun))) named = own;
    }
    from = to;
  }
}

function isRateNoun(word: Word): boolean {
  return hasRole(word, Role.changeNoun);
}

function sentenceEnd(readings: readonly FigureReading[], from: number): number {
  const sentence = readings[from]?.frame.sentence;
  let to = from + 1;
  while (to < readings.length && readings[to]?.frame.sentence === sentence) to++;
  return to;
}

/** Index of the last change in a stretch of readings, -1 without one. */
function lastChange(readings: readonly FigureReading[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (readings[i]?.change !== null) return i;
  return -1;
}

function yearOf(iso: string | null): number | null {
  return iso === null ? null : Number(iso.slice(0, 4));
}

/** Words are asked, and the gap is cut into them, only where one of its characters can begin a comparison. */
function basisBefore(text: string, { left, gap, signs }: Frame, periodYear: number | null): Basis | null {
  if ((signs & Sign.compares) === 0) return null;
  return namedBasis(text, left, periodYear) ?? namedBasis(text, gap.words, periodYear);
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
