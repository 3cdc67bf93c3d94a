import { CharSet } from '../../text/char-set.js';
import type { Span } from '../../text/span.js';
import { hasRole, type Word } from './clause.js';
import { Role } from './role.js';
import { wordTables } from './word-tables.js';

/** A member of a list that 分别 pairs with a figure: its own words and the ones it shares with the others. */
export interface Conjunct {
  spans: Span[];
}

const SHORTEST_TAIL_KEPT = 2;

/**
 * Splits the phrase before 分别 into `count` members: 金融业、建筑业增加值 → 金融业增加值, 建筑业增加值.
 * null where it has another number of members.
 */
export function splitConjuncts(text: string, words: readonly Word[], count: number): Conjunct[] | null {
  if (count < 2 || words.length === 0) return null;
  const members =
    membersBy(words, count, Role.pause) ??
    membersBy(words, count, Role.pause | Role.conjunction) ??
    membersBy(words, count, Role.conjunction);
  if (members !== null) return withSharedWords(text, members);
  return cityAndCountry(text, words, count);
}

function membersBy(words: readonly Word[], count: number, separators: number): Span[] | null {
  const members: Span[] = [];
  let start = words[0]?.start ?? 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (!hasRole(word, separators)) continue;
    if (word.start > start) members.push({ start, end: word.start });
    start = word.end;
  }
  const end = (words[words.length - 1] as Word).end;
  if (end > start) members.push({ start, end });
  return members.length === count ? members : null;
}

function withSharedWords(text: string, members: Span[]): Conjunct[] {
  const last = members[members.length - 1] as Span;
  const tail = sharedTail(text, last, members);
  const head = sharedHead(text, members);
  return members.map((member, i) => {
    const spans: Span[] = head !== null && i > 0 ? [head, member] : [member];
    if (tail !== null && member !== last && !endsWith(text, member, tail)) spans.push(tail);
    return { spans };
  });
}

/** 增加值 in 金融业、建筑业增加值; none where every member ends with its own head. */
function sharedTail(text: string, last: Span, members: readonly Span[]): Span | null {
  const length = tailLength(text, last.start, last.end);
  if (length === 0 || last.end - last.start < length + SHORTEST_TAIL_KEPT - 1) return null;
  const lastCode = text.charCodeAt(last.end - 1);
  for (const member of members)
    if (member !== last && !hasOwnTail(text, member, lastCode)) return { start: last.end - length, end: last.end };
  return null;
}

/** Length of the longest of the shared tails that ends at `end` and begins at `start` or later; 0 for none. */
function tailLength(text: string, start: number, end: number): number {
  const { tails } = wordTables();
  return tails.longestBefore(text, end, start) === -1 ? 0 : tails.matchLength;
}

/** 起数 and 人数 are two measures; 个体 and 主体 only rhyme. */
const OF_MEASURES = new CharSet('数率量额值度比');

function hasOwnTail(text: string, { start, end }: Span, lastCode: number): boolean {
  if (OF_MEASURES.has(lastCode) && end > start && text.charCodeAt(end - 1) === lastCode) return true;
  return tailLength(text, start + 1, end) > 1;
}

function endsWith(text: string, member: Span, tail: Span): boolean {
  return text.slice(member.start, member.end).endsWith(text.slice(tail.start, tail.end));
}

/** 对 in 对东盟、非洲进出口总额 and 城镇 in no case: only 对 and 与 are shared from the first member on. */
function sharedHead(text: string, members: readonly Span[]): Span | null {
  const first = members[0] as Span;
  if (!/[对与]/.test(text.charAt(first.start))) return null;
  const second = members[1] as Span;
  return text.charAt(second.start) === text.charAt(first.start) ? null : { start: first.start, end: first.start + 1 };
}

/** 城乡居民人均可支配收入分别增长5%、6%: town and country share one word. */
function cityAndCountry(text: string, words: readonly Word[], count: number): Conjunct[] | null {
  const start = (words[0] as Word).start;
  const end = (words[words.length - 1] as Word).end;
  const at = text.slice(start, end).indexOf('城乡');
  if (count !== 2 || at < 0) return null;
  const rest = { start: start + at + 2, end };
  const before = { start, end: start + at };
  return [0, 1].map((k) => ({
    spans: [before, { start: start + at + k, end: start + at + k + 1 }, rest].filter((span) => span.end > span.start),
  }));
}
