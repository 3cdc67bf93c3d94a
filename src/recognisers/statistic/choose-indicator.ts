import type { View } from '../../text/view.js';
import type { Indicator } from '../mentions.js';
import { hasRole, type Word } from './clause.js';
import { splitConjuncts } from './conjuncts.js';
import { OF_TIMES } from './governing-verb.js';
import { buildIndicator } from './label.js';
import { leftSpans, rightSpans, subjectBefore } from './label-spans.js';
import type { FigureReading } from './reading.js';
import type { RightReading } from './right-phrase.js';
import { Role } from './role.js';
import { counterparts, type Series } from './series.js';
import { shareTails } from './share-tails.js';

/**
 * Gives every figure its indicator: first what stands beside it, then, for those without, that of the figure it is stacked on
 * (6批41件典型问题), then that of the figure before (300亿元、增长2%).
 */
export function chooseIndicators(view: View, all: readonly Series[]): void {
  for (let i = 0; i < all.length; i++) {
    const series = all[i] as Series;
    if (pairWithList(view, series) || pairWithSeries(series, all, i)) continue;
    const first = series.members[0] as FigureReading;
    for (const reading of series.members) chooseOwn(view, reading, reading === first ? null : first);
  }
  for (let i = all.length - 1; i >= 0; i--) {
    carryBack(all[i] as Series, all[i + 1]);
    for (const reading of (all[i] as Series).members) chooseVerb(view, reading);
  }
  for (let i = 0; i < all.length; i++) {
    const series = all[i] as Series;
    if (!pairWithSeries(series, all, i)) carryAlong(view, series, all[i - 1]);
    shareTails(series, all, i);
  }
}

function set(reading: FigureReading, indicator: Indicator | null, because: string): boolean {
  if (indicator === null) return false;
  reading.indicator = indicator;
  reading.because = because;
  return true;
}

/** 金融业、建筑业增加值分别增长9%、5%: each figure has its own member of the list. */
function pairWithList(view: View, series: Series): boolean {
  const count = series.members.length;
  if (count < 2) return false;
  const conjuncts = splitConjuncts(view.text, listWords(view.text, series.members[0] as FigureReading), count);
  if (conjuncts === null) return false;
  for (let i = 0; i < count; i++)
    set(series.members[i] as FigureReading, buildIndicator(view, conjuncts[i]?.spans ?? []), 'paired');
  return true;
}

/** The list before a figure; behind “，分别” that of the clause before: 小微贷款、绿色贷款，分别增长3%、4%. */
function listWords(text: string, reading: FigureReading): Word[] {
  const { left } = reading.frame;
  const { phrase, whole } = reading.left;
  if (phrase !== null) {
    const from = hasPause(left, whole.from, phrase.from) ? whole.from : phrase.from;
    return beforeRespectively(text, left.slice(from, phrase.to));
  }
  const own = beforeRespectively(text, left);
  if (own.length < left.length && hasPause(own, 0, own.length)) return own;
  const gap = reading.frame.gap.words;
  let from = gap.length;
  while (from > 0 && !(from < gap.length && hasRole(gap[from - 1], Role.mark))) from--;
  const clause = gap.slice(from).filter((word) => !hasRole(word, Role.mark));
  return hasPause(clause, 0, clause.length) ? untilPredicate(clause.slice(lastOpening(clause) + 1)) : [];
}

/** “云河标准”、“云河品牌”分别新增12项和44项: the list ends at 分别. */
function beforeRespectively(text: string, words: Word[]): Word[] {
  const at = words.findIndex((word) => text.startsWith('分别', word.start));
  return at < 0 ? words : words.slice(0, at);
}

function hasPause(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (hasRole(words[i], Role.pause)) return true;
  return false;
}

/** 船舶、纺织品等产品出口均呈现快速增长态势: what stands before 均. */
function untilPredicate(words: Word[]): Word[] {
  const last = words.findLastIndex((word) => hasRole(word, Role.pause));
  const end = words.findIndex(
    (word, i) => i > last && hasRole(word, Role.adverb | Role.stop | Role.changeVerb | Role.level),
  );
  return end < 0 ? words : words.slice(0, end);
}

/** Index of the verb or connective that governs the list: the last one before its first 、. */
function lastOpening(words: readonly Word[]): number {
  const pause = words.findIndex((word) => hasRole(word, Role.pause));
  for (let i = pause - 1; i >= 0; i--) if (hasRole(words[i], Role.lightVerb | Role.adverb | Role.connective)) return i;
  return -1;
}

/** 分别达到90万人次、60万吨，分别增长6%、5%: the second series pairs with the first; so it does with 起诉90人，批捕60人. */
function pairWithSeries(series: Series, all: readonly Series[], at: number): boolean {
  const first = series.members[0] as FigureReading;
  if (first.because === PAIRED_ON) return true;
  const { length } = series.members;
  if (length < 2 || !series.isPaired || first.left.phrase !== null) return false;
  const before = counterparts(all, at, length);
  if (before === null || before[0]?.indicator === null || before[0]?.frame.sentence !== first.frame.sentence)
    return false;
  for (let i = 0; i < length; i++) set(series.members[i] as FigureReading, before[i]?.indicator ?? null, PAIRED_ON);
  return true;
}

export const PAIRED_ON = 'paired with the series before';

function chooseOwn(view: View, reading: FigureReading, leader: FigureReading | null): void {
  if (reading.isBase) return;
  const { left, right } = reading;
  if (leader !== null && right === null && left.phrase === null) {
    set(reading, leader.indicator, 'series');
    return;
  }
  if (
    right !== null &&
    prefersRight(view.text, reading, right) &&
    set(reading, buildIndicator(view, rightSpans(reading, right)), 'right')
  )
    return;
  const spans = left.phrase === null ? null : leftSpans(view.text, reading);
  if (spans !== null && !left.isShare && set(reading, buildIndicator(view, spans), 'left')) return;
  if (reading.change !== null) {
    set(reading, buildIndicator(view, subjectBefore(view.text, reading)), 'subject of the clause before');
    return;
  }
  if (spans === null && right !== null && !isSpent(reading, right))
    set(reading, buildIndicator(view, rightSpans(reading, right)), 'right alone');
}

/** 已支付12亿元用于改造: what was done with the money says what it is, not what stands behind it. */
function isSpent({ left, frame }: FigureReading, right: RightReading): boolean {
  return left.done !== null && frame.figure.sort === 'currency' && !right.isNoun;
}

/** 已解决65个, 惠及200户: nothing but a verb stands there. */
function chooseVerb(view: View, reading: FigureReading): void {
  if (reading.indicator !== null || reading.change !== null || reading.left.done === null) return;
  set(reading, buildIndicator(view, leftSpans(view.text, reading) ?? []), 'verb alone');
}

/** Counts look right first; money, percentages and measures only over 的 or where nothing before says what they are. */
function prefersRight(text: string, reading: FigureReading, right: RightReading): boolean {
  if (reading.change !== null) return false;
  const { left } = reading;
  const { figure } = reading.frame;
  const isCount = figure.sort === 'count';
  if (!right.isNoun) return isCount && countsDeeds(text, figure.unit, reading);
  if (isCount || right.isMeasured || figure.dimension === 'grade') return true;
  if (left.isLevel) return false;
  // 查获500吨洋垃圾, 恢复100公里岸线: a verb alone names nothing yet
  if (left.phrase === null || left.verb !== null || isStopAlone(reading) || left.isModifier || isTakenBefore(reading))
    return true;
  if (figure.sort === 'currency' && isMoneyNoun(text, reading)) return true;
  return right.isAfterOf && figure.sort === 'percentage' && !namesRate(text, reading);
}

function isStopAlone({ left, frame }: FigureReading): boolean {
  const { phrase } = left;
  return phrase !== null && phrase.to - phrase.from === 1 && hasRole(frame.left[phrase.from], Role.stop);
}

const MONEY_END = /(?:资金|现金|资助|援助|补助|补贴|奖励|奖金|贷款|赔款|罚款|拨款|捐款|津贴|预算)$/;

/** 给予引才企业1亿元配套资助: the clause ends with what the money is. */
function isMoneyNoun(text: string, { right, frame }: FigureReading): boolean {
  const last = frame.right[frame.right.length - 1];
  if (right === null || last === undefined || !frame.isRightOpen || last.end !== right.end) return false;
  return MONEY_END.test(text.slice(right.start, right.end));
}

const RATE_END = /[率比重例度幅额值数]$/;

/** 发生率20%的村 is of the rate, 南山村86%的土地 of the land. */
function namesRate(text: string, reading: FigureReading): boolean {
  const words = reading.frame.left;
  const last = words[(reading.left.phrase?.to ?? 0) - 1];
  return last !== undefined && RATE_END.test(text.slice(last.start, last.end));
}

/** 100亿元的纾困基金、100亿元的信用贷款: the words before the second figure are the label of the first. */
function isTakenBefore(reading: FigureReading): boolean {
  const { frame, left } = reading;
  const first = frame.left[left.phrase?.from ?? -1];
  return frame.joint === 'clause' && first !== undefined && first.start < (frame.previous?.rightEnd ?? 0);
}

/** 市委书记先后3次听取汇报, 相关负责人80余人参加会议: the deed is counted, unless a verb before already says what. */
function countsDeeds(text: string, unit: string, reading: FigureReading): boolean {
  const { left, right } = reading;
  if (left.isLevel || left.verb !== null || left.position !== 'subject') return false;
  if (OF_TIMES.has(unit)) return true;
  // 日伪军3500余人被击退: what is done to them is not what they are
  if (right !== null && text[right.start] === '被' && (reading.frame.left.at(-1)?.roles ?? 1) === Role.plain)
    return false;
  return unit === '人' && left.phrase !== null && left.phrase.from === left.whole.from;
}

/** 300亿元、增长2%; 其中2件已办结: the subject of the figure before holds on in its paragraph. */
function carryAlong(view: View, series: Series, before: Series | undefined): void {
  const first = series.members[0] as FigureReading;
  const source = before?.members[before.members.length - 1];
  for (const reading of series.members) {
    if (reading.left.isShare && reading.indicator === null) joinShare(view, reading, source);
    if (reading.indicator !== null) continue;
    const from = reading === first ? source : first;
    if (from === undefined || from.indicator === null || !isNear(from, reading)) continue;
    set(reading, from.indicator, 'carried');
  }
}

/** A subject holds in its sentence, and over its end only where 其中 or 累计 takes it up. */
function isNear(from: FigureReading, reading: FigureReading): boolean {
  if (from.frame.paragraph !== reading.frame.paragraph) return false;
  if (from.frame.sentence === reading.frame.sentence) return true;
  return hasRole(reading.frame.gap.words[0] ?? reading.frame.left[0], Role.connective | Role.adverb);
}

/** 产值增长6%、占总产值比重提高到45%: the subject stands before the figure before. */
function joinShare(view: View, reading: FigureReading, source: FigureReading | undefined): void {
  const own = buildIndicator(view, leftSpans(view.text, reading) ?? []);
  const subject = source !== undefined && source.frame.sentence === reading.frame.sentence ? source.indicator : null;
  if (own === null || subject === null) set(reading, own, 'share');
  else set(reading, { start: subject.start, end: own.end, label: subject.label + own.label }, 'share with subject');
}

/** 6批41件典型问题, 213人和13人因台风受伤: what has no label of its own has that of the figure it stands on or with. */
function carryBack(series: Series, next: Series | undefined): void {
  let source: FigureReading | null | undefined;
  for (const reading of series.members) {
    if (reading.indicator !== null || reading.change !== null) continue;
    source ??= labelledOf(series, next);
    if (source === null) return;
    set(reading, source.indicator, 'carried back');
  }
}

function labelledOf({ members }: Series, next: Series | undefined): FigureReading | null {
  for (const reading of members) if (reading.indicator !== null) return reading;
  const ahead = next?.members[0];
  return ahead?.frame.joint === 'stacked' ? ahead : null;
}
