import { WordsByFirst } from '../../lexicon/words-by-first.js';
import type { Duration } from './expression.js';
import type { Scan } from './scan.js';

/** Units of a length of time; `designator` as ISO 8601 writes it, months and seconds told apart by the T before. */
export interface DurationUnit {
  form: string;
  designator: string;
  isTime: boolean;
  factor: number;
  unit: Duration['unit'];
  notBefore: string;
}

export function durationUnit(
  form: string,
  designator: string,
  isTime: boolean,
  factor: number,
  kind: Duration['unit'],
  notBefore = '',
): DurationUnit {
  return { form, designator, isTime, factor, unit: kind, notBefore };
}

/** Those of one first character longest first. 月 alone is a month of the calendar, 个月 a length. */
const UNITS: readonly DurationUnit[] = [
  durationUnit('个工作日', 'D', false, 1, 'day'),
  durationUnit('工作日', 'D', false, 1, 'day'),
  durationUnit('个昼夜', 'D', false, 1, 'day'),
  durationUnit('昼夜', 'D', false, 1, 'day'),
  durationUnit('个小时', 'H', true, 1, 'other'),
  durationUnit('小时', 'H', true, 1, 'other'),
  durationUnit('分钟', 'M', true, 1, 'other'),
  durationUnit('秒钟', 'S', true, 1, 'other'),
  durationUnit('秒', 'S', true, 1, 'other', '杀级表变拍懂速针'),
  durationUnit('个季度', 'M', false, 3, 'month'),
  durationUnit('个世纪', 'Y', false, 100, 'year'),
  durationUnit('个周', 'W', false, 1, 'week'),
  durationUnit('个星期', 'W', false, 1, 'week'),
  durationUnit('星期', 'W', false, 1, 'week', '一二三四五六日天几'),
  durationUnit('个年头', 'Y', false, 1, 'year'),
  durationUnit('周', 'W', false, 1, 'week', '年岁边围期六日一二三四五末易转报'),
  durationUnit('个月', 'M', false, 1, 'month', '份'),
  durationUnit('年', 'Y', false, 1, 'year', '级期制龄产轻薪均会报检租代度画货味生级'),
  durationUnit('天', 'D', false, 1, 'day', '然津空文桥宫舟问上下地际府堂鹅线井山'),
  durationUnit('日', 'D', false, 1, 'day', '元游谈'),
];

let units: WordsByFirst<DurationUnit> | null = null;

/** 月 and 小时 lose their 个 behind 多 and 半: 两个多月, 三个半月. */
export function unitAt(
  { text }: Scan,
  at: number,
  hasClassifier: boolean,
  isApproximate: boolean,
): DurationUnit | null {
  units ??= new WordsByFirst(UNITS, ({ form }) => form);
  for (const found of units.at(text.charCodeAt(at))) {
    if (text.startsWith(found.form, at) && mayEndAt(text, at + found.form.length, found)) return found;
  }
  const code = text.charCodeAt(at);
  return code === CLASSIFIER || code === MONTH ? shortenedUnit(text, at, hasClassifier || isApproximate) : null;
}

const [CLASSIFIER, MONTH] = ['个', '月'].map((character) => character.charCodeAt(0));

function mayEndAt(text: string, end: number, { notBefore }: DurationUnit): boolean {
  return end >= text.length || !notBefore.includes(text.charAt(end));
}

function shortenedUnit(text: string, at: number, mayBeBare: boolean): DurationUnit | null {
  const many = text.startsWith('个多', at) ? 2 : 0;
  if (many > 0 && text.startsWith('小时', at + 2)) return durationUnit('个多小时', 'H', true, 1, 'other');
  const isBareMonth = text.charCodeAt(at + many) === MONTH && (many > 0 || mayBeBare);
  return isBareMonth ? durationUnit(many > 0 ? '个多月' : '月', 'M', false, 1, 'month') : null;
}

const ORDER = ['Y', 'M', 'W', 'D', 'H', 'TM', 'S'];

function rank(unit: DurationUnit): number {
  return ORDER.indexOf(unit.isTime && unit.designator === 'M' ? 'TM' : unit.designator);
}

/** Larger units first, as a length is written. */
export function compareUnits(a: DurationUnit, b: DurationUnit): number {
  return rank(a) - rank(b);
}

export function isSmaller(a: DurationUnit, b: DurationUnit): boolean {
  return rank(a) > rank(b);
}
