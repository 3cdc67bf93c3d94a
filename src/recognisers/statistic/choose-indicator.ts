import type { Span } from '../../text/span.js';
import type { View } from '../../text/view.js';
import type { Indicator } from '../mentions.js';
import { hasRole, type Word } from './clause.js';
import { type Conjunct, splitConjuncts } from './conjuncts.js';
import { buildIndicator } from './label.js';
import type { FigureReading } from './reading.js';
import type { Series } from './series.js';
import { Role } from './word-tables.js';

/** Gives every figure its indicator. Works through the series in text order and carries a subject on where a clause has none. */
export function chooseIndicators(view: View, all: readonly Series[]): void {
  let before: Series | null = null;
  all.forEach((series, i) => {
    const first = series.members[0] as FigureReading;
    if (!pairMembers(view, series, before)) {
      for (const [k, reading] of series.members.entries()) chooseOwn(view, reading, k === 0 ? null : first);
    }
    carryAlong(view, series, before);
    if (before !== null) carryBack(before, series);
    if (i === all.length - 1) carryBack(series, null);
    before = series;
  });
}

function set(reading: FigureReading, indicator: Indicator | null, because: string): boolean {
  if (indicator === null) return false;
  reading.indicator = indicator;
  reading.because = because;
  return true;
}

/** 分别: the members of the list, or of the series before it with as many figures. */
function pairMembers(view: View, series: Series, before: Series | null): boolean {
  const first = series.members[0] as FigureReading;
  const count = series.members.length;
  const words = phraseWords(first);
  const conjuncts: Conjunct[] | null = count > 1 ? splitConjuncts(view.text, words, count) : null;
  if (conjuncts !== null) {
    series.members.forEach((reading, i) => set(reading, buildIndicator(view, (conjuncts[i] as Conjunct).spans), 'paired'));
    return true;
  }
  if (!series.isPaired || words.length > 0 || before === null || before.members.length !== count) return false;
  if (before.members[0]?.frame.paragraph !== first.frame.paragraph) return false;
  series.members.forEach((reading, i) => set(reading, before.members[i]?.indicator ?? null, 'paired with the series before'));
  return true;
}

/** The words of the phrase before a figure; behind “，分别” those of the clause before: 小微贷款、绿色贷款，分别增长3%、4%. */
function phraseWords(reading: FigureReading): Word[] {
  const { left, gap } = reading.frame;
  const { phrase } = reading.left;
  if (phrase !== null) return left.slice(phrase.from, phrase.to);
  if (gap.length === 0) return [];
  let from = gap.length - 1;
  while (from > 0 && !hasRole(gap[from - 1], Role.mark)) from--;
  const clause = gap.slice(from).filter((word) => !hasRole(word, Role.mark));
  return clause.some((word) => hasRole(word, Role.pause)) ? withoutVerb(clause) : [];
}

function withoutVerb(words: Word[]): Word[] {
  for (let i = words.length - 1; i >= 0; i--) if (hasRole(words[i], Role.lightVerb | Role.adverb | Role.connective)) return words.slice(i + 1);
  return words;
}

function chooseOwn(view: View, reading: FigureReading, leader: FigureReading | null): void {
  const left = leftSpans(reading);
  const right = rightSpans(view.text, reading);
  const isCount = reading.frame.figure.sort === 'count' && reading.change === null;
  if (leader !== null && right === null) {
    set(reading, leader.indicator, 'series');
    return;
  }
  if (isCount ? right?.isNoun : right?.isNoun && prefersRight(reading)) {
    set(reading, buildIndicator(view, [...verbSpans(reading), ...(right as Candidate).spans]), 'right noun');
    return;
  }
  if (left !== null && !reading.left.isShare && set(reading, buildIndicator(view, left), 'left')) return;
  if (left === null && right?.isNoun && reading.change === null && set(reading, buildIndicator(view, right.spans), 'right noun')) return;
  if (left === null && right !== null && reading.change === null && !reading.left.isLevel) set(reading, buildIndicator(view, right.spans), 'right verb');
}

interface Candidate {
  spans: Span[];
  isNoun: boolean;
}

function leftSpans(reading: FigureReading): Span[] | null {
  const { left, change } = reading;
  const words = reading.frame.left;
  if (left.phrase === null) return null;
  const from = change?.form === 'fronted' && change.objectFrom > left.phrase.from ? change.objectFrom : left.phrase.from;
  return [{ start: (words[from] as Word).start, end: (words[left.phrase.to - 1] as Word).end }];
}

/** 新增7名院士: the verb that tells figures apart stays before the noun behind the figure. */
function verbSpans(reading: FigureReading): Span[] {
  const { verb } = reading.left;
  return verb === null ? [] : [verb];
}

function rightSpans(text: string, reading: FigureReading): Candidate | null {
  const { right } = reading;
  if (right === null) return null;
  if (reading.frame.figure.sort === 'percentage' && right.isNoun && !reading.left.isLevel) {
    return { spans: [{ start: right.start, end: predicateEnd(text, reading, right.end) }], isNoun: true };
  }
  return { spans: [right], isNoun: right.isNoun };
}

const LONGEST_PREDICATE = 18;

/** 89%的公园实现24小时开放: a share of something says nothing without its predicate. */
function predicateEnd(_text: string, reading: FigureReading, end: number): number {
  const words = reading.frame.right;
  const last = words[words.length - 1];
  if (last === undefined || !reading.frame.isRightOpen || reading.left.phrase !== null) return end;
  return last.end - end <= LONGEST_PREDICATE ? last.end : end;
}

/** Money, percentages and measures look left, unless 的 or a bare noun follows and nothing before says what they are. */
function prefersRight(reading: FigureReading): boolean {
  if (reading.change !== null || reading.left.isLevel || !(reading.right?.isNoun ?? false)) return false;
  if (reading.right?.isAfterOf) return true;
  return reading.left.phrase === null;
}

/** 8500亿元、增长1.5%; 其中2件已办结: the subject of the figure before holds on in its sentence. */
function carryAlong(view: View, series: Series, before: Series | null): void {
  const first = series.members[0] as FigureReading;
  const source = before?.members[before.members.length - 1];
  for (const reading of series.members) {
    if (reading.left.isShare && reading.indicator === null) joinShare(view, reading, source ?? null);
    if (reading.indicator !== null) continue;
    const from = reading === first ? source : first;
    if (from === undefined || from.indicator === null || from.frame.paragraph !== reading.frame.paragraph) continue;
    set(reading, from.indicator, 'carried');
  }
}

/** 产值增长6%、占总产值比重提高到45%: the subject stands before the figure before. */
function joinShare(view: View, reading: FigureReading, source: FigureReading | null): void {
  const { phrase } = reading.left;
  const words = reading.frame.left;
  if (phrase === null) return;
  const share = { start: (words[phrase.from] as Word).start, end: (words[phrase.to - 1] as Word).end };
  const own = buildIndicator(view, [share]);
  const subject = source !== null && source.frame.sentence === reading.frame.sentence ? source.indicator : null;
  if (own === null || subject === null) set(reading, own, 'share');
  else set(reading, { start: subject.start, end: own.end, label: subject.label + own.label }, 'share with subject');
}

/** 33批178起典型问题: what has no label of its own has that of the figure it stands on. */
function carryBack(series: Series, next: Series | null): void {
  const labelled = series.members.find((reading) => reading.indicator !== null) ?? (next?.members[0]?.frame.joint === 'stacked' ? next.members[0] : undefined);
  if (labelled === undefined) return;
  for (const reading of series.members) if (reading.indicator === null) set(reading, labelled.indicator, 'carried back');
}
