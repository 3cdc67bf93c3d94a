import type { Span } from '../../text/span.js';
import { closingMark } from './context.js';
import { COSTS } from './costs.js';
import { linkEnd } from './governing.js';
import type { Separator } from './run.js';
import type { Border } from './segment.js';
import { sloganWords } from './words.js';

const LONGEST_LEAD = 60;

/** Where a list that ends before its label may begin, by atom: clause borders, behind governing words, at quotes, at shared beginnings. */
export function startBorders(
  text: string,
  span: Span,
  separators: readonly Separator[],
  morphemes: readonly string[],
): Border[] {
  const borders: Border[] = [];
  for (let i = 0; i <= separators.length; i++) {
    const before = separators[i - 1];
    const start = before === undefined ? span.start : before.end;
    const end = separators[i]?.start ?? span.end;
    const next = i < separators.length ? (separators[i] as Separator).end : -1;
    const even = evenStart(text, span, separators, i);
    if (even !== null) borders.push(even);
    const joined = i === 0 ? joinedStart(text, start, end, span.end) : -1;
    if (joined !== -1) borders.push({ at: joined, cost: COSTS.startBehindGoverning, reason: '集' });
    borders.push({ at: start, cost: borderCost(before), reason: before === undefined ? 'sentence' : before.kind });
    if (next === -1) continue;
    const inner: Border[] = [];
    innerBorders(
      text,
      { start, end },
      text.slice(next, next + 2),
      morphemes,
      inner,
      (separators[i + 1]?.start ?? span.end) - next,
    );
    const extra = before?.kind === 'pause' ? COSTS.startInsideRun : 0;
    for (const border of inner) borders.push(extra === 0 ? border : { ...border, cost: border.cost + extra });
  }
  sortByPlace(borders);
  return borders;
}

/** By insertion, since they come nearly in order. */
function sortByPlace(borders: Border[]): void {
  for (let i = 1; i < borders.length; i++) {
    const border = borders[i] as Border;
    let to = i;
    for (; to > 0 && (borders[to - 1] as Border).at > border.at; to--) borders[to] = borders[to - 1] as Border;
    borders[to] = border;
  }
}

/** 集教学、科研、展示于一体的: 集 governs where 于一体 closes; elsewhere it is part of a word (集团, 采集). */
function joinedStart(text: string, start: number, end: number, limit: number): number {
  const tail = text.slice(limit - 4, limit + 3);
  if (!tail.includes('于一体')) return -1;
  const at = text.slice(start, end).lastIndexOf('集');
  return at === -1 ? -1 : start + at + 1;
}

/** 推|动大健康: the place stands inside a word. */
function isInsideVerb(text: string, offset: number, from: number): boolean {
  const { governing } = sloganWords();
  for (let at = Math.max(from, offset - 3); at < offset; at++)
    if (governing.longestAt(text, at) !== -1 && at + governing.matchLength > offset) return true;
  return false;
}

/** Where the first member begins if it is as long as the two behind it, and not in the middle of a verb, nor behind one that they have too; null: nowhere. */
export function evenStart(text: string, span: Span, separators: readonly Separator[], i: number): Border | null {
  const start = separators[i - 1]?.end ?? span.start;
  const end = separators[i]?.start ?? span.end;
  const length = evenLengthBehind(separators, span, i);
  const at = end - length;
  if (length === 0 || at <= start || (length === 1 && end - start <= 3) || isInsideVerb(text, at, start)) return null;
  if (borderBehind(text, start, at)) return null;
  const next = (separators[i] as Separator).end;
  if (linkEnd(text, next, next + length) !== -1 && linkEnd(text, at, end) === -1) return null;
  return {
    at,
    cost: isThirdEqual(separators, span, i, length) ? COSTS.startByThreeEqual : COSTS.startByEqualLength,
    reason: `as long as the next (${length})`,
  };
}

/** Length of the two atoms behind atom i where they are of one length: 党员政治站位不高、群众观念淡薄、责任意识缺失; else 0. */
function evenLengthBehind(separators: readonly Separator[], span: Span, i: number): number {
  const [first, second] = [separators[i], separators[i + 1]];
  if (first === undefined || second === undefined) return 0;
  const end = separators[i + 2]?.start ?? span.end;
  const length = second.start - first.end;
  const third = separators[i + 2];
  const isLong = length >= 3 || (third !== undefined && (separators[i + 3]?.start ?? span.end) - third.end === length);
  return length === end - second.end && length <= 10 && isLong ? length : 0;
}

/** 大学生|报名应征、体检政考、审批定兵、分配去向: three of one length behind the first say more than two. */
function isThirdEqual(separators: readonly Separator[], span: Span, i: number, length: number): boolean {
  const third = separators[i + 2];
  return third !== undefined && (separators[i + 3]?.start ?? span.end) - third.end === length;
}

/** 完善国|家: a verb ends one character before. */
function borderBehind(text: string, from: number, at: number): boolean {
  for (let i = Math.max(from, at - 4); i < at - 1; i++) if (linkEnd(text, i, at) === at - 1) return true;
  return false;
}

/** 全市综合实力、创新能力: whose all the members are. */
const SCOPE = /^(?:[全我本][国省市州区县镇乡村]|各地|各级)$/;

const PREPOSITIONS = '从在对以由按把将向';

/**
 * A word of one character governs for certain only as a preposition at the head of its clause (从A、B四个方面), one that is a noun as well only
 * there or behind another governing word: 党组织(领导作用弱化), 统筹组织….
 */
function isClear(text: string, start: number, end: number, chainStart: number, atomStart: number): boolean {
  if (end - start === 1) return start === atomStart && PREPOSITIONS.includes(text.charAt(start));
  return start === atomStart || start === chainStart || !sloganWords().nominal.has(text.slice(start, end));
}

function borderCost(before: Separator | undefined): number {
  switch (before?.kind) {
    case 'pause':
    case 'and':
    case 'also':
      return COSTS.startBehindPause;
    case 'stop':
      return COSTS.startBehindStop;
    case 'quote':
      return COSTS.startAtQuote + COSTS.startBehindPause;
    default:
      return COSTS.startAtClause;
  }
}

/** 大力|发展茶叶、中药材: an adverb governs through the verb behind it, where the next member has none. */
function isBeforeVerb(text: string, { start, end }: Span, limit: number, nextFirst: string): boolean {
  const { adverbs, governing } = sloganWords();
  if (!adverbs.has(text.slice(start, end)) || governing.longestAt(nextFirst, 0) !== -1) return false;
  const verbEnd = linkEnd(text, end, limit);
  return verbEnd !== -1 && verbEnd < limit;
}

export function innerBorders(
  text: string,
  atom: Span,
  nextFirst: string,
  morphemes: readonly string[],
  borders: Border[],
  nextLength: number,
): void {
  const from = Math.max(atom.start, atom.end - LONGEST_LEAD);
  let chain = -1;
  for (let at = from; at < atom.end; at++) {
    const end = linkEnd(text, at, atom.end);
    if (end !== -1 && end < atom.end && !isBeforeVerb(text, { start: at, end }, atom.end, nextFirst))
      borders.push({
        at: end,
        cost: isClear(text, at, end, chain, atom.start) ? COSTS.startBehindGoverning : COSTS.startBehindParticle,
        reason: `behind ${text.slice(at, end)}`,
      });
    if (end !== -1) chain = end;
    if (at === atom.start) continue;
    if (at === atom.start + 2 && SCOPE.test(text.slice(atom.start, at)))
      borders.push({ at, cost: COSTS.startBehindScope, reason: 'scope' });
    if (text[at - 1] === '的' && atom.end - at === nextLength) {
      borders.push({ at, cost: COSTS.startAtClause, reason: '的' });
      continue;
    }
    const mark = text[at] as string;
    if ((mark === '“' || mark === '《') && closingMark(text, at, atom.end) === atom.end - 1)
      borders.push({ at, cost: COSTS.startAtQuote, reason: 'quotation mark' });
    else if (mark === '：') borders.push({ at: at + 1, cost: COSTS.startBehindGoverning, reason: 'colon' });
    else if (mark === nextFirst[0] && (text[at + 1] === nextFirst[1] || morphemes.length > 0 || atom.end - at <= 6))
      borders.push({ at, cost: COSTS.startBySharedStart, reason: `like ${nextFirst}` });
    else if (morphemes.length > 0 && beginsBoth(text, at, nextFirst, morphemes))
      borders.push({ at, cost: COSTS.startBySharedStart, reason: 'morpheme' });
  }
}

function beginsBoth(text: string, at: number, nextFirst: string, morphemes: readonly string[]): boolean {
  return morphemes.some((morpheme) => text.startsWith(morpheme, at) && nextFirst.startsWith(morpheme.slice(0, 2)));
}
