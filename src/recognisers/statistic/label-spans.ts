import type { Span } from '../../text/span.js';
import { hasRole, type Word } from './clause.js';
import type { FigureSort } from './figure.js';
import type { FigureReading } from './reading.js';
import type { RightReading } from './right-phrase.js';
import { Role } from './role.js';

const LONGEST_HEAD = 8;

/** The phrase before the figure, without adverbs in its middle: “四项基金”累计规模 → “四项基金”规模. */
export function leftSpans(text: string, reading: FigureReading): Span[] | null {
  const { left, change } = reading;
  const words = reading.frame.left;
  const range = left.phrase ?? left.done;
  if (range === null) return null;
  let { from } = range;
  let { to } = range;
  if (change?.form === 'fronted' && change.objectFrom > from && change.objectFrom < to) from = change.objectFrom;
  if (reading.frame.figure.sort === 'rank') to = beforeRank(text, words, from, to);
  if (reading.frame.figure.sort === 'multiple') to = beforeCopula(words, from, to);
  if (to <= from) return null;
  if (reading.frame.figure.sort === 'count') from = behindOf(words, from, to);
  if (change?.form === 'noun') to = withGrowth(text, words, to);
  return splitAtAdverbs(text, words, from, to);
}

/** 卵苗资源量是禁渔前的6.2倍: what a multiple multiplies stands before 是. */
function beforeCopula(words: readonly Word[], from: number, to: number): number {
  for (let i = from; i < to; i++) if (hasRole(words[i], Role.level)) return i;
  return to;
}

/** 经济增长率6.6%: of 经济 alone nothing grows; 增长 stays, its 率 goes. */
function withGrowth(text: string, words: readonly Word[], to: number): number {
  const noun = words[to];
  if (noun === undefined || !hasRole(noun, Role.changeNoun) || !text.startsWith('增长', noun.start)) return to;
  if (text.slice(noun.start - 2, noun.start) !== '经济') return to;
  if (!text.startsWith('预期', noun.start + 2)) noun.end = noun.start + 2;
  return to + 1;
}

/** 通车里程居全国第2位: what is ranked stands before 居全国. */
function beforeRank(text: string, words: readonly Word[], from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    if (
      hasRole(words[i], Role.scope | Role.level | Role.stop) &&
      RANKED.test(text.slice((words[i] as Word).start, (words[i] as Word).end))
    )
      return i;
  }
  return to;
}

const RANKED = /^(?:居|位居|位列|位于|列|排名|排在|保持|稳居|全国|全省|全球|我国|跃居|跻身)$/;

/** 广大群众对政法工作的意见建议156条: of a long phrase before a count, the head. */
function behindOf(words: readonly Word[], from: number, to: number): number {
  const length = (words[to - 1] as Word).end - (words[from] as Word).start;
  if (length <= LONGEST_HEAD) return from;
  const end = (words[to - 1] as Word).end;
  for (let i = to - 2; i > from; i--)
    if (hasRole(words[i], Role.of)) return end - (words[i] as Word).end > 2 ? i + 1 : from;
  return from;
}

function splitAtAdverbs(text: string, words: readonly Word[], from: number, to: number): Span[] {
  const first = words[from] as Word;
  let last: Span = { start: first.start, end: first.end };
  const spans = [last];
  for (let i = from + 1; i < to; i++) {
    const word = words[i] as Word;
    if (hasRole(word, Role.adverb) && DROPPED.test(text.slice(word.start, word.end))) continue;
    if (last.end === word.start) last.end = word.end;
    else {
      last = { start: word.start, end: word.end };
      spans.push(last);
    }
  }
  return spans;
}

const DROPPED = /^(?:同比|环比|累计|共|已|均|年均|分别|总计|合计|全年|也|就|又|还|再)$/;

const LONGEST_PREDICATE = 18;

/** The phrase behind the figure; 新增7名院士 keeps the verb before it, 89%的公园实现24小时开放 what is said of it. */
export function rightSpans(reading: FigureReading, right: RightReading): Span[] {
  const { left } = reading;
  if (isShare(reading.frame.figure.sort) && right.isNoun && !left.isLevel)
    return [{ start: right.start, end: predicateEnd(reading, right.end) }];
  return left.verb !== null && right.isNoun ? [left.verb, right] : [right];
}

function isShare(sort: FigureSort): boolean {
  return sort === 'percentage' || sort === 'fraction';
}

/** A 的 behind the noun makes it part of a modifier: 获得32%选票的候选人 says of the votes only how many they are. */
function predicateEnd(reading: FigureReading, end: number): number {
  const words = reading.frame.right;
  const last = words[words.length - 1];
  if (last === undefined || !reading.frame.isRightOpen || reading.left.phrase !== null) return end;
  if (words.some((word) => word.start >= end && hasRole(word, Role.of))) return end;
  return last.end - end <= LONGEST_PREDICATE ? last.end : end;
}

/** 对沿线国家贸易增长明显，同比增长17.8%: the subject of the clause before, where that clause speaks of growth without a figure. */
export function subjectBefore(text: string, reading: FigureReading): Span[] {
  const gap = reading.frame.gap.words;
  let to = gap.length - 1;
  if (to < 1 || !hasRole(gap[to], Role.mark)) return [];
  let from = to;
  while (from > 0 && !hasRole(gap[from - 1], Role.mark)) from--;
  while (from < to && hasRole(gap[from], Role.connective | Role.time | Role.adverb | Role.scope)) from++;
  const verb = gap.findIndex((word, i) => i > from && i < to && tellsGrowth(text, word));
  if (verb < 0) return [];
  to = verb;
  while (to > from && hasRole(gap[to - 1], Role.adverb | Role.level | Role.lightVerb | Role.time | Role.base)) to--;
  return to > from ? [{ start: (gap[from] as Word).start, end: (gap[to - 1] as Word).end }] : [];
}

/** 增长明显, 同比由降转升. */
function tellsGrowth(text: string, word: Word): boolean {
  if (hasRole(word, Role.changeVerb)) return true;
  const first = text.charAt(word.start);
  return (first === '同' || first === '环') && text.charAt(word.start + 1) === '比';
}
