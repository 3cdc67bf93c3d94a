import type { Numeral } from '../../language/numerals.js';
import { CharSet } from '../../text/char-set.js';
import { type Amount, readAmount } from './amount.js';
import { approximationAfter, approximationBefore } from './approximation.js';
import type { Figure, FigureSort } from './figure.js';
import { rankFigure } from './rank.js';
import type { Reading } from './read-figures.js';
import { readUnit, type Unit } from './unit.js';
import type { Approximation } from './word-tables.js';

/** A number (or a range) with its unit: 800多套, 3.5万元以上, 10%—15%, 6000万. null where the numeral counts nothing. */
export function readQuantity(text: string, numerals: readonly Numeral[], i: number): Reading | null {
  const amount = readAmount(text, numerals, i);
  if (amount === null) return null;
  const unit = amount.unit ?? inheritedUnit(text, numerals, amount);
  if (unit === null && !isBareFigure(text, amount)) return null;
  const before = approximationBefore(text, amount.start);
  if (isTopRank(text, amount, unit)) {
    return {
      figure: rankFigure(amount.start, unit?.end ?? amount.end, amount.value, unit?.form ?? ''),
      role: 'statistic',
      next: amount.next,
    };
  }
  if (!isCounting(text, amount, unit, before !== null)) return null;
  const end = amount.unit?.end ?? amount.end;
  const after = approximationAfter(text, end);
  const figure: Figure = {
    start: amount.start,
    end: after?.end ?? end,
    lead: before?.start ?? amount.start,
    value: amount.value,
    upper: amount.upper,
    unit: unit?.form ?? '',
    dimension: unit?.dimension ?? null,
    sort: sortOf(unit),
    approximation: strongest(after?.approximation ?? null, amount.isOver, before?.approximation ?? null),
  };
  return { figure, role: 'statistic', next: amount.next };
}

function strongest(after: Approximation | null, isOver: boolean, before: Approximation | null): Approximation | null {
  return after ?? (isOver ? 'over' : before);
}

/** Units of mere shape are counts, units of nature are measures; both are told by the dimension. */
export function sortOf(unit: Unit | null): FigureSort {
  if (unit === null || unit.dimension === null || unit.dimension === 'count') return 'count';
  if (unit.dimension === 'currency') return 'currency';
  if (unit.dimension === 'ratio') return unit.form === '成' ? 'fraction' : 'percentage';
  if (unit.dimension === 'points') return 'points';
  if (unit.dimension === 'multiple') return 'multiple';
  return 'measure';
}

const JOINTS = new CharSet('、和与及');

/** 提高15、22个百分点; 17.0%和8.6%: a number in a series without a unit of its own has the unit of the next. */
function inheritedUnit(text: string, numerals: readonly Numeral[], amount: Amount): Unit | null {
  let end = amount.end;
  for (let i = amount.next; i < numerals.length && i < amount.next + 6; i++) {
    const numeral = numerals[i] as Numeral;
    if (numeral.start !== end + 1 || numeral.form !== 'digits' || !JOINTS.has(text.charCodeAt(end))) return null;
    const unit = readUnit(text, numeral.end);
    if (unit !== null) return unit.dimension === null ? null : unit;
    end = numeral.end;
  }
  return null;
}

/** 前10位, 前20名: a place in a ranking. */
function isTopRank(text: string, amount: Amount, unit: Unit | null): boolean {
  if (unit?.form !== '位' && unit?.form !== '名') return false;
  const before = text.charAt(amount.start - 1);
  if (before === '前') return true;
  return (
    '名次由从第国'.includes(before || ' ') &&
    /(?:排名|位次|名次)(?:由|从)?(?:第|全国)?$/.test(text.slice(Math.max(0, amount.start - 6), amount.start))
  );
}

const POINT_WORDS = /(?:指数|点位|涨|跌|报|收|报收|于|至|到|的|破|为|达)$/;
const GRADE_AFTER = /^(?:左右)?(?:地震|大风|强震|台风|阵风|强风)/;
const GRADE_BEFORE = /(?:震级|里氏|发生|风力|震级为)$/;

function isCounting(text: string, amount: Amount, unit: Unit | null, isApproximated: boolean): boolean {
  if (unit === null) return true;
  if (unit.form === '级' && amount.isBareScale) return false;
  if (amount.isBareScale)
    return isApproximated || (unit.dimension === 'currency' && !/^[万亿]$/.test(text.slice(amount.start, amount.end)));
  if (unit.form === '点')
    return amount.value >= 10 && POINT_WORDS.test(text.slice(Math.max(0, amount.start - 3), amount.start));
  if (unit.form === '级') {
    return (
      GRADE_AFTER.test(text.slice(unit.end, unit.end + 6)) ||
      GRADE_BEFORE.test(text.slice(Math.max(0, amount.start - 4), amount.start))
    );
  }
  if (amount.isHan) return isHanCount(text, amount, unit);
  return true;
}

/** Units that number something where the number is small: 三期, 五号. */
const NUMBERED = new Set(['期', '届', '层', '类', '号', '里', '方']);

/** 每三年, 本三类. */
const NO_COUNT_BEHIND = new CharSet('每本该某同');

/** 一个, 一批 count nothing; 二轮, 三届, 五次会议 number something: where 二 counts, it is 两. */
function isHanCount(text: string, amount: Amount, unit: Unit): boolean {
  if (amount.upper === null && amount.value === 1 && unit.dimension === null) return false;
  if (unit.form === '成') return amount.value < 10 || amount.value === 10;
  if (NUMBERED.has(unit.form) && amount.value < 100) return false;
  if ((amount.end - amount.start === 1 && text[amount.start] === '二') || amount.value === 0) return false;
  if (unit.form === '次' && /^(?:会议|全会|全体|大会)/.test(text.slice(unit.end, unit.end + 2))) return false;
  return !NO_COUNT_BEHIND.has(text.charCodeAt(amount.start - 1));
}

const LEVEL_BEFORE = /(?:达|达到|为|至|到|于|率|数|值|比|系数|指数)$/;

const RANGE_MARKS = new CharSet('—－-至到~');
/** So is the end of the text. */
const ENDS_LEVEL = new CharSet('，。；、！？）\n和');

/** Without a unit: 6000万人口 by its scale, 基尼系数0.46 by what stands around it. */
function isBareFigure(text: string, amount: Amount): boolean {
  if (amount.isBareScale) return false;
  // 距今2.8万—2.4万年: half of a range whose other half is a time
  if (RANGE_MARKS.has(text.charCodeAt(amount.end))) return false;
  if (endsInBigScale(text, amount)) return text[amount.end] !== '级' && !text.startsWith('分之', amount.end);
  if (amount.isHan) return false;
  return (
    (amount.end >= text.length || ENDS_LEVEL.has(text.charCodeAt(amount.end))) &&
    LEVEL_BEFORE.test(text.slice(Math.max(0, amount.start - 3), amount.start)) &&
    !/\d{5}/.test(text.slice(amount.start, amount.end))
  );
}

const MORE = new CharSet('多余几');

/** 6000万, 300多亿. */
function endsInBigScale(text: string, { start, end }: Amount): boolean {
  const last = MORE.has(text.charCodeAt(end - 1)) ? end - 2 : end - 1;
  return last >= start && (text[last] === '万' || text[last] === '亿');
}
