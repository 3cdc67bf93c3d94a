import type { Document, Issue } from '../../document/document.js';
import { CharSet } from '../../text/char-set.js';
import type { Claims } from '../claims.js';
import type { DateMention, StatisticMention } from '../mentions.js';
import { readBases } from './basis.js';
import { type ChangeReading, type Fronting, readChange } from './change.js';
import { chooseIndicators } from './choose-indicator.js';
import type { Figure, FigureSort } from './figure.js';
import { buildFrames, type Frame } from './frame.js';
import { readLeft } from './left-phrase.js';
import { linkFigures } from './link-figures.js';
import { readFigures } from './read-figures.js';
import type { FigureReading } from './reading.js';
import { readRight } from './right-phrase.js';
import { Role } from './role.js';
import { groupSeries } from './series.js';
import { spreadSeries } from './spread-series.js';
import { readTables } from './table.js';

export interface StatisticContext {
  dates: DateMention[];
  /** ISO date that 今年 is read against */
  anchor: string | null;
}

/**
 * Every figure that the text reports or sets as a target (统计数据), with what it counts, its change and its whole.
 * Runs last: what dates and slogans have taken is not asked again.
 */
export function readStatistics(
  document: Document,
  claims: Claims,
  context: StatisticContext,
): { statistics: StatisticMention[]; issues: Issue[] } {
  const cells = readTables(document, claims);
  const { figures, issues } = readFigures(document);
  const readings = buildFrames(document, figures, context.dates).map((frame) => readFrame(document.text, frame));
  const series = groupSeries(readings);
  spreadSeries(document.text, series);
  chooseIndicators(document.view, series);
  const statistics = linkFigures(document, series, context.dates);
  readBases(document.text, readings, statistics, context.anchor);
  return { statistics: inTextOrder(cells, statistics), issues };
}

function inTextOrder(cells: StatisticMention[], statistics: StatisticMention[]): StatisticMention[] {
  return cells.length === 0 ? statistics : [...cells, ...statistics].sort((a, b) => a.start - b.start);
}

const FRONTING: Readonly<Record<FigureSort, Fronting>> = {
  count: 'amounts',
  measure: 'amounts',
  percentage: 'shares',
  points: 'shares',
  currency: 'shares',
  fraction: 'shares',
  multiple: 'never',
  rank: 'never',
};

/** Without a verb or noun of change, or the base that 多 and 少 stand behind, nothing rose or fell. */
const SAYS_CHANGE = Role.changeVerb | Role.changeNoun | Role.base;

function changeBefore(text: string, { figure, left, leftRoles }: Frame): ChangeReading | null {
  if ((leftRoles & SAYS_CHANGE) === 0 || figure.sort === 'rank') return null;
  return readChange(text, left, FRONTING[figure.sort]);
}

const OVER_LEVEL = /^(?:超|超过|已超|逾|突破|冲破|高于|低于|接近|逼近|不低于|不超过|不高于)了?$/;
/** 约 and 近, which stand before most such figures, are not among them. */
const FIRST_OF_OVER_LEVEL = new CharSet('超已逾突冲高低接逼不');

/** 超过18%, 突破500亿元 state a level as 达到 does; 约 and 近 do not. */
function isOverLevel(text: string, { lead, start }: Figure): boolean {
  return FIRST_OF_OVER_LEVEL.has(text.charCodeAt(lead)) && OVER_LEVEL.test(text.slice(lead, start));
}

export function readFrame(text: string, frame: Frame): FigureReading {
  const { figure } = frame;
  const left = readLeft(
    { text, words: frame.left, roles: frame.leftRoles },
    figure.lead < figure.start && isOverLevel(text, figure),
    figure.unit,
  );
  const right = readRight(text, frame.right, figure.unit, left.position);
  if (right?.isNoun && right.isAfterOf) frame.rightEnd = right.end;
  return {
    frame,
    left,
    right,
    change: changeBefore(text, frame),
    indicator: null,
    because: '',
    isBase: false,
    mention: null,
  };
}
