import type { StatisticMention } from '../mentions.js';
import { hasRole } from './clause.js';
import type { FigureReading } from './reading.js';
import { Role } from './word-tables.js';

const PART_WORDS = /^(?:其中|其中包括|包括)$/;
const INCLUDED = /^.{0,12}?在内/;

/** 其中: what follows in the sentence is part of the last figure before it with the same unit; 包括5名儿童在内的18人 the other way round. */
export function linkWholes(text: string, readings: readonly FigureReading[], mentions: readonly StatisticMention[]): void {
  let wholes: number[] = [];
  let sentence = -2;
  let isPart = false;
  readings.forEach((reading, i) => {
    const { frame } = reading;
    const startsPart = opensPart(text, reading);
    if (frame.sentence !== sentence) {
      if (!startsPart || frame.paragraph !== readings[i - 1]?.frame.paragraph) wholes = [];
      isPart = false;
      sentence = frame.sentence;
    }
    const mention = mentions[i] as StatisticMention;
    if (isIncluded(text, reading)) mention.partOf = wholeAhead(mentions, i);
    else if (startsPart || isPart) {
      isPart = true;
      if (reading.change === null) mention.partOf = wholeFor(mentions, wholes, mention);
    }
    if (mention.partOf === null) wholes.push(i);
  });
}

function opensPart(text: string, reading: FigureReading): boolean {
  const { gap, left } = reading.frame;
  return [...gap, ...left].some((word) => hasRole(word, Role.connective) && PART_WORDS.test(text.slice(word.start, word.end)));
}

function isIncluded(text: string, reading: FigureReading): boolean {
  const { end } = reading.frame.figure;
  return opensPart(text, reading) && INCLUDED.test(text.slice(end, end + 14));
}

function wholeAhead(mentions: readonly StatisticMention[], part: number): StatisticMention | null {
  const next = mentions[part + 1];
  return next !== undefined && isCounted(next, mentions[part] as StatisticMention) ? next : null;
}

const PEOPLE = new Set(['人', '名', '位', '余人']);

/** 人, 名 and 位 count the same; percentages and changes are never wholes. */
function isCounted(whole: StatisticMention, part: StatisticMention): boolean {
  if (whole.statisticKind === 'change' || whole.statisticKind === 'percentage' || whole.statisticKind === 'rank') return false;
  return whole.unit === part.unit || (PEOPLE.has(whole.unit) && PEOPLE.has(part.unit));
}

/** The nearest whole that is large enough; where none is, the nearest: the audit will say that it does not fit. */
function wholeFor(mentions: readonly StatisticMention[], wholes: readonly number[], part: StatisticMention): StatisticMention | null {
  let nearest: StatisticMention | null = null;
  for (let i = wholes.length - 1; i >= 0 && i >= wholes.length - 8; i--) {
    const whole = mentions[wholes[i] as number] as StatisticMention;
    if (part.statisticKind === 'percentage' || !isCounted(whole, part)) continue;
    if (whole.value >= part.value) return whole;
    nearest ??= whole;
  }
  return nearest;
}
