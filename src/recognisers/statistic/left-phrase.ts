import { hasRole, type Word } from './clause.js';
import { Role } from './word-tables.js';

/** A stretch of the words before a figure: `from` to `to` are indexes into the words of the frame. */
export interface WordRange {
  from: number;
  to: number;
}

/** What the words before a figure say: what is counted, and the verb that stands right before the figure. */
export interface LeftReading {
  /** noun or verb phrase, null where the clause has none of its own */
  phrase: WordRange | null;
  /** 查处 in 查处3名干部: a verb that tells figures apart, with nothing between it and the figure */
  verb: Word | null;
  /** true when a light verb or causative stands before the figure with nothing between: 抽调了3名, 使24座城市 */
  isObject: boolean;
  /** true when a marker of level stands right before the figure: 达到, 为, 占 */
  isLevel: boolean;
  /** the phrase begins with 占 and lacks its subject */
  isShare: boolean;
}

const TRAILING =
  Role.adverb | Role.level | Role.approximation | Role.aspect | Role.time | Role.preposition | Role.connective | Role.changeVerb |
  Role.changeNoun | Role.base | Role.compare | Role.of;
const LEADING = Role.connective | Role.adverb | Role.time | Role.aspect | Role.conjunction | Role.pause | Role.base;
const VERBS = Role.lightVerb | Role.tellingVerb;

export function readLeft(text: string, words: readonly Word[]): LeftReading {
  const to = trimEnd(words);
  const isLevel = words.slice(to).some((word) => hasRole(word, Role.level));
  const from = trimStart(text, words, to);
  const cut = cutAtVerb(text, words, cutAtPause(words, { from, to }));
  const isObject = cut.range.from === cut.range.to && cut.hasVerb;
  const verb = cut.verb;
  const range = cutSource(text, words, trimScope(text, words, cut.range));
  const phrase = range.from < range.to ? range : null;
  return { phrase, verb, isObject, isLevel, isShare: phrase !== null && isShareWord(text, words[range.from]) };
}

/** Drops what leads to the figure: 累计, 达到, 同比增长, 比上年, 由, 的. */
function trimEnd(words: readonly Word[]): number {
  let to = words.length;
  while (to > 0 && isTrailing(words, to - 1)) to--;
  return to;
}

function isTrailing(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word;
  // 新增装机 ends with no verb; 增长 in 经济增长 stays where a noun stands before it and nothing was measured yet
  return hasRole(word, TRAILING) && !(hasRole(word, VERBS) && !hasRole(word, Role.level));
}

function trimStart(text: string, words: readonly Word[], to: number): number {
  let from = 0;
  while (from < to && hasRole(words[from], LEADING) && !isShareWord(text, words[from])) from++;
  return from;
}

function isShareWord(text: string, word: Word | undefined): boolean {
  return word !== undefined && text.charAt(word.start) === '占' && hasRole(word, Role.level);
}

/** 全市运营线路总长 is 运营线路总长; a place alone stays. */
function trimScope(text: string, words: readonly Word[], range: WordRange): WordRange {
  let { from } = range;
  while (from + 1 < range.to && hasRole(words[from], Role.scope | LEADING) && !isShareWord(text, words[from])) from++;
  if (from + 1 === range.to && hasRole(words[from], Role.scope)) from++;
  return { from, to: range.to };
}

/** A list before a figure counts as a whole (审结、执结3010件), but not behind a clause of its own (优化营商环境、新增企业5000户). */
function cutAtPause(words: readonly Word[], range: WordRange): WordRange {
  let last = -1;
  let isPredicate = false;
  for (let i = range.from; i < range.to; i++) {
    if (hasRole(words[i], Role.pause)) last = i;
    else if (last === -1 && hasRole(words[i], Role.adverb | Role.changeVerb | Role.stop) && !hasRole(words[i], VERBS)) isPredicate = true;
  }
  if (last === -1) return range;
  const startsWithVerb = hasRole(words[last + 1], VERBS | Role.changeVerb) && last - range.from > 1;
  return isPredicate || startsWithVerb ? { from: last + 1, to: range.to } : range;
}

interface VerbCut {
  range: WordRange;
  verb: Word | null;
  hasVerb: boolean;
}

/** 区政法各单位召开座谈会: the subject and the light verb go; 公安机关查处违法案件: the subject goes, the verb stays. */
function cutAtVerb(text: string, words: readonly Word[], range: WordRange): VerbCut {
  let { from } = range;
  let hasVerb = false;
  for (let i = range.to - 1; i >= range.from; i--) {
    if (!isGoverning(text, words, i, range, Role.lightVerb)) continue;
    from = i + 1;
    hasVerb = true;
    break;
  }
  while (from < range.to && hasRole(words[from], Role.aspect | Role.adverb | Role.of)) from++;
  for (let i = from; i < range.to; i++) {
    if (!isGoverning(text, words, i, range, Role.tellingVerb)) continue;
    const isLast = i === range.to - 1;
    const verb = isLast ? (words[i] as Word) : null;
    return { range: { from: isLast || !keepsSubject(text, words, from, i) ? i : from, to: range.to }, verb, hasVerb };
  }
  return { range: { from, to: range.to }, verb: null, hasVerb };
}

/** 可再生能源新增装机: a short noun before 新… belongs to the label. */
function keepsSubject(text: string, words: readonly Word[], from: number, verb: number): boolean {
  const start = words[from]?.start ?? 0;
  const word = words[verb] as Word;
  return text.charAt(word.start) === '新' && word.start > start && word.start - start <= 6 && words[verb - 1]?.roles === Role.plain;
}

/** A word of the verb tables governs unless it is also a marker that stands behind its noun, or stands inside a modifier with 的. */
function isGoverning(text: string, words: readonly Word[], i: number, range: WordRange, role: number): boolean {
  const word = words[i] as Word;
  if (!hasRole(word, role)) return false;
  if (isShareWord(text, word)) return false;
  return !(hasRole(words[i + 1], Role.of) && i + 2 < range.to);
}

/** 中职学校由71所: what 由 or 从 begins is where the figure comes from, not what it counts. */
function cutSource(text: string, words: readonly Word[], range: WordRange): WordRange {
  for (let i = range.from; i < range.to; i++) {
    const character = text.charAt((words[i] as Word).start);
    if (hasRole(words[i], Role.preposition) && (character === '从' || character === '由')) return { from: range.from, to: i };
  }
  return range;
}
