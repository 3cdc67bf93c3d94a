import { CharSet } from '../../text/char-set.js';
import { hasRole, type Word } from './clause.js';
import { type LeftWords, trimStart, VERBS, type WordRange } from './left-words.js';
import { Role } from './role.js';

/** A list before a figure counts as a whole (审结、执结3010件), but not behind a clause of its own (优化营商环境、新增企业5000户). */
export function cutAtPause(left: LeftWords, range: WordRange): WordRange {
  const { words, roles } = left;
  if ((roles & Role.pause) === 0) return range;
  let last = -1;
  let isClause = false;
  for (let i = range.from; i < range.to; i++) {
    if (hasRole(words[i], Role.pause)) last = i;
    else if (last === -1 && endsClause(words, i)) isClause = true;
  }
  if (last === -1) return range;
  const named = summaryOf(left, last + 1, range.to);
  if (named > 0) return { from: named, to: range.to };
  const startsWithVerb = hasRole(words[last + 1], VERBS | Role.changeVerb) && last - range.from > 1;
  return isClause || startsWithVerb ? { from: last + 1, to: range.to } : range;
}

/** 稳步推进、 and 全面落地、: what stands before the 、 says something by itself. */
function endsClause(words: readonly Word[], i: number): boolean {
  if (hasRole(words[i], VERBS)) return false;
  const stops = hasRole(words[i], Role.stop) && hasRole(words[i + 1], Role.pause);
  return stops || hasRole(words[i], Role.adverb | Role.changeVerb);
}

const NUMBERS = new CharSet('一二三四五六七八九十两');
const SUMS_UP = new CharSet('大个类项种');

/**
 * 集成电路、生物医药、人工智能三大产业规模: a list summed up by a number is only its gloss.
 * Index of the word that the summary stands in, which then begins with it; 0 for none.
 */
function summaryOf({ text, words }: LeftWords, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    const at = word.roles === Role.plain ? summaryStart(text, word) : -1;
    if (at < 0) continue;
    word.start = at;
    return i;
  }
  return 0;
}

/** Where 三大 or 五类 begins; -1 for none. */
function summaryStart(text: string, { start, end }: Word): number {
  for (let i = start + 1; i < end; i++) {
    if (!SUMS_UP.has(text.charCodeAt(i)) || !NUMBERS.has(text.charCodeAt(i - 1))) continue;
    let first = i - 1;
    while (first > start && NUMBERS.has(text.charCodeAt(first - 1))) first--;
    return first;
  }
  return -1;
}

const SHORTEST_BEHIND_TIME = 3;
/** First characters of what makes a name or a modifier of the time before: 3年期, 当年的. */
const NAMES_TIME = new CharSet('期级生制龄内间以的');

/** 水电站今年上半年送电量, 机组投产后年发电量: what stands before a time is who or when, not what. */
export function cutAtTime(left: LeftWords, range: WordRange): WordRange {
  if ((left.roles & Role.time) === 0) return range;
  for (let i = range.to - 2; i > range.from; i--) {
    if (hasRole(left.words[i], Role.time)) return partsPhrase(left, range, i) ? { from: i + 1, to: range.to } : range;
  }
  return range;
}

/** Not where a suffix makes a name of the time (3年期贷款), nor behind 连续, 在 and 占 (在2020年基础上, 占当年总数), nor before a word or two. */
function partsPhrase({ text, words }: LeftWords, { from, to }: WordRange, time: number): boolean {
  const next = words[time + 1] as Word;
  const before = words[time - 1] as Word;
  if (NAMES_TIME.has(text.charCodeAt(next.start)) || text.startsWith('连续', before.start)) return false;
  if (hasRole(before, Role.preposition | Role.level) && time - 1 > from) return false;
  return (words[to - 1] as Word).end - next.start >= SHORTEST_BEHIND_TIME && hasNoun(words, time + 1, to);
}

function hasNoun(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words[i]?.roles === Role.plain) return true;
  return false;
}

/** 世界银行将中国经济增长预期由6.4%上调: what 将 or 把 brings forward is what the figure is of. */
export function cutAtObjectMarker(left: LeftWords, range: WordRange): WordRange {
  if ((left.roles & Role.objectMarker) === 0) return range;
  for (let i = range.to - 2; i > range.from; i--) {
    if (hasRole(left.words[i], Role.objectMarker)) return { from: trimStart(left, range.to, i + 1), to: range.to };
  }
  return range;
}

/** 从人均收入不足700元: nothing but a noun before the figure says what it is; 由他负责的 and 从年轻人扩展到 say whence. */
function namesAtEnd({ text, words }: LeftWords, from: number, to: number): boolean {
  if (from >= to || hasRole(words[to], Role.of | Role.level)) return false;
  for (let i = from; i < to; i++) if (words[i]?.roles !== Role.plain) return false;
  const { start } = words[from] as Word;
  const { end } = words[to - 1] as Word;
  return end - start >= SHORTEST_BEHIND_TIME && !/\d/.test(text.slice(start, end));
}

/** 中职学校由71所: what 由 or 从 begins is where the figure comes from, not what it counts. */
export function cutSource(left: LeftWords, range: WordRange): WordRange {
  if ((left.roles & Role.source) === 0) return range;
  for (let i = range.from; i < range.to; i++) {
    if (!hasRole(left.words[i], Role.source)) continue;
    return namesAtEnd(left, i + 1, range.to) ? { from: i + 1, to: range.to } : { from: range.from, to: i };
  }
  return range;
}
