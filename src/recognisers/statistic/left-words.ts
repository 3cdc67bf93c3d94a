import { CharSet } from '../../text/char-set.js';
import { hasRole, type Word } from './clause.js';
import { Role } from './role.js';

/** The words before a figure in its clause, with the text they stand in. */
export interface LeftWords {
  text: string;
  words: readonly Word[];
  /** the roles of all words together */
  roles: number;
}

/** A stretch of those words: `from` to `to` are indexes. */
export interface WordRange {
  from: number;
  to: number;
}

export const VERBS = Role.lightVerb | Role.tellingVerb;
const LEADING =
  Role.connective | Role.adverb | Role.time | Role.aspect | Role.conjunction | Role.pause | Role.base | Role.of;
const TRAILING =
  Role.adverb |
  Role.level |
  Role.approximation |
  Role.aspect |
  Role.time |
  Role.preposition |
  Role.connective |
  Role.changeVerb |
  Role.changeNoun |
  Role.base |
  Role.compare |
  Role.of;

/** Drops what leads to the figure: 累计, 达到, 同比增长, 比上年, 由, 的. Index behind the last word that is kept. */
export function trimEnd({ words }: LeftWords): number {
  let to = words.length;
  while (to > 0 && (isTrailing(words[to - 1] as Word) || isScopeOf(words, to - 1))) to--;
  return to;
}

/** 建成 before a figure is its verb and stays; 增长 and 完成 say something of the noun before them and go. */
function isTrailing({ roles }: Word): boolean {
  if ((roles & TRAILING) === 0) return false;
  return (roles & VERBS) === 0 || (roles & (Role.level | Role.changeVerb | Role.adverb)) !== 0;
}

/** 在全国1.1%的土地, 占全国6.2%: a scope behind a preposition or 占 says of what, not what. */
function isScopeOf(words: readonly Word[], i: number): boolean {
  return hasRole(words[i], Role.scope) && (i === 0 || hasRole(words[i - 1], Role.preposition | Role.level));
}

/** Drops 其中, 目前, 今年以来, 累计 at the head. */
export function trimStart(left: LeftWords, to: number, start = 0): number {
  return skip(left, start, to, LEADING);
}

/** 全市运营线路总长 is 运营线路总长. */
export function trimScope(left: LeftWords, range: WordRange): WordRange {
  const from = skip(left, range.from, range.to, LEADING | Role.scope);
  return from === range.from ? range : { from, to: range.to };
}

function skip(left: LeftWords, from: number, to: number, skipped: number): number {
  const { text, words } = left;
  for (let at = from; at < to; at++) {
    const word = words[at] as Word;
    const isSkipped =
      word.roles === Role.plain ? isNote(text, word) : (word.roles & skipped) !== 0 && !belongs(left, at);
    if (!isSkipped) return at;
  }
  return Math.max(from, to);
}

/** 占 in 占全年产量, 平均 in 平均票价, 全市 in 全市性会议. */
function belongs({ text, words }: LeftWords, i: number): boolean {
  const { roles, start, end } = words[i] as Word;
  if ((roles & Role.share) !== 0 || text[end] === '性') return true;
  return words[i + 1]?.roles === Role.plain && text.startsWith('平均', start);
}

/** （下同） at the head of a phrase explains what stands before it. */
function isNote(text: string, { start }: Word): boolean {
  return text.charCodeAt(start) === BRACKET;
}

const BRACKET = '（'.charCodeAt(0);

/** 占 in 秋粮占全年产量的3/4: part of the label, unlike other markers of level. */
export function isShareWord({ words }: LeftWords, i: number): boolean {
  return hasRole(words[i], Role.share);
}

const ENDS_PREDICATE = new CharSet('到至在为达破过');

/** 达到, 提高到, 增长: the words before it are its subject, not the object of a verb among them. 共 and 累计 say nothing of the kind. */
function isPredicate({ text, words }: LeftWords, i: number): boolean {
  const word = words[i] as Word;
  if (hasRole(word, Role.changeVerb | Role.changeNoun)) return true;
  return hasRole(word, Role.level) && ENDS_PREDICATE.has(text.charCodeAt(word.end - 1)) && text[word.start] !== '共';
}

/** True when one of the words from `from` on is a predicate. */
export function hasPredicateFrom(left: LeftWords, from: number): boolean {
  if ((left.roles & (Role.changeVerb | Role.changeNoun | Role.level)) === 0) return false;
  for (let i = from; i < left.words.length; i++) if (isPredicate(left, i)) return true;
  return false;
}
