import type { StatisticMention } from '../mentions.js';
import { hasRole, type Word } from './clause.js';
import type { FigureReading } from './reading.js';
import { Role } from './role.js';
import { Sign } from './signs.js';

const PART_WORDS = /^(?:其中|其中包括|包括)$/;
const INCLUDED = /^.{0,20}?在内/;
const ENDS_PARTS = /[；;）)]/;
const MOST_WHOLES = 8;

/** The parts that one 其中 opens: all of one whole, of one unit, behind one verb. */
interface PartRun {
  whole: StatisticMention | null;
  first: StatisticMention;
  verb: string;
}

/** 其中: what follows is part of the last figure before it with the same unit; 包括5名儿童在内的18人 the other way round. */
export function linkWholes(
  text: string,
  readings: readonly FigureReading[],
  mentions: readonly StatisticMention[],
): void {
  let wholes: StatisticMention[] = [];
  let run: PartRun | null = null;
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i] as FigureReading;
    const mention = mentions[i] as StatisticMention;
    const before = readings[i - 1];
    const opens = opensParts(text, reading);
    if (before?.frame.sentence !== reading.frame.sentence) {
      run = null;
      if (!opens || before?.frame.paragraph !== reading.frame.paragraph) wholes = [];
    }
    if (opens && isIncluded(text, reading)) mention.partOf = wholeAhead(mentions, i);
    else if (opens) {
      run = { whole: wholeFor(wholes, mention), first: mention, verb: verbOf(text, reading) };
      if (reading.change === null) mention.partOf = run.whole;
    } else if (run !== null && !continuesParts(text, run, reading, mention, before)) run = null;
    else if (run !== null && reading.change === null) mention.partOf = run.whole;
    if (mention.partOf === null) wholes.push(mention);
  }
}

/**
 * A part of another unit, behind another verb, behind ； or the closing bracket is no part any more, nor is one larger than the whole
 * unless it is listed with the others by 、.
 */
function continuesParts(
  text: string,
  run: PartRun,
  reading: FigureReading,
  mention: StatisticMention,
  before: FigureReading | undefined,
): boolean {
  if (before !== undefined && ENDS_PARTS.test(text.slice(before.frame.figure.end, mention.start))) return false;
  if (reading.change !== null || mention.statisticKind === 'percentage') return true;
  if (run.whole === null || !isCounted(run.first, mention)) return false;
  const isListed =
    before !== undefined && /^[、和与及]/.test(text.slice(before.frame.figure.end, before.frame.figure.end + 1));
  if (!isListed && mention.value > run.whole.value) return false;
  return verbOf(text, reading) === run.verb || STAGE_OR_REST.test(text.slice(reading.frame.gap.start, mention.start));
}

/** 其中已办结80件，正在核查30件，其他10件: stages and what is left belong to one whole whatever their verbs. */
const STAGE_OR_REST = /^[，、]?(?:已|正在|尚未|尚|仍在|还在|待|未|其他|其余|余下|剩余|剩下)/;

/** The verb that the phrase before a figure begins with: 打击 in 打击涉毒犯罪21人. */
function verbOf(text: string, reading: FigureReading): string {
  const { phrase, whole } = reading.left;
  const words = reading.frame.left;
  let at = Math.min(whole.from, phrase?.from ?? whole.from);
  while (hasRole(words[at], Role.adverb)) at++;
  const first = words[at];
  return first !== undefined && hasRole(first, Role.lightVerb | Role.tellingVerb)
    ? text.slice(first.start, first.end)
    : '';
}

/** Most figures have no 其 and no 包 before them. */
function opensParts(text: string, { frame }: FigureReading): boolean {
  if ((frame.signs & Sign.parts) === 0) return false;
  return hasPartWord(text, frame.left) || hasPartWord(text, frame.gap.words);
}

function hasPartWord(text: string, words: readonly Word[]): boolean {
  return words.some((word) => hasRole(word, Role.connective) && PART_WORDS.test(text.slice(word.start, word.end)));
}

function isIncluded(text: string, reading: FigureReading): boolean {
  const { end } = reading.frame.figure;
  return INCLUDED.test(text.slice(end, end + 22));
}

function wholeAhead(mentions: readonly StatisticMention[], part: number): StatisticMention | null {
  const next = mentions[part + 1];
  const own = mentions[part] as StatisticMention;
  return next !== undefined && isCounted(next, own) && next.value >= own.value ? next : null;
}

const PEOPLE = new Set(['人', '名', '位']);

/** 人, 名 and 位 count the same; percentages and changes are never wholes. */
function isCounted(whole: StatisticMention, part: StatisticMention): boolean {
  if (whole.statisticKind === 'change' || whole.statisticKind === 'percentage' || whole.statisticKind === 'rank')
    return false;
  return whole.unit === part.unit || (PEOPLE.has(whole.unit) && PEOPLE.has(part.unit));
}

/** The nearest whole that is large enough; where none is, the nearest: the audit will say that it does not fit. */
function wholeFor(wholes: readonly StatisticMention[], part: StatisticMention): StatisticMention | null {
  let nearest: StatisticMention | null = null;
  for (let i = wholes.length - 1; i >= 0 && i >= wholes.length - MOST_WHOLES; i--) {
    const whole = wholes[i] as StatisticMention;
    if (part.statisticKind === 'percentage' || !isCounted(whole, part)) continue;
    if (whole.value >= part.value) return whole;
    nearest ??= whole;
  }
  return nearest;
}
