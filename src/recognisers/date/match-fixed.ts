import type { Numeral } from '../../language/numerals.js';
import { nameTails } from '../../lexicon/calendar.js';
import { CharSet } from '../../text/char-set.js';
import { type PartialDate, readIsoDate } from './civil-day.js';
import { type Expression, fixedExpression, vagueExpression } from './expression.js';
import { wholeNumber } from './match-component.js';
import { type CalendarHit, type Scan, wordAt } from './scan.js';

function fixed(
  start: number,
  end: number,
  from: PartialDate,
  to: PartialDate | null,
  value: string | null = null,
): Expression {
  return fixedExpression({ start, end }, from, to, value);
}

function year(value: number): PartialDate {
  return { year: value, month: null, day: null };
}

/** First year of the five-year plans for teaching law, which count for themselves: “八五”普法 begins in 2021. */
const LAW_PLANS_FROM = 1986;

/** 三十五, 第十五: part of a number. */
const NOT_BEFORE_PLAN = new CharSet('一二三四五六七八九十百千万0123456789第');

/** “十四五”: the words without their quotation marks; short names only in quotation marks or before 时期, 计划. */
export function matchPlan(scan: Scan, hit: CalendarHit): Expression | null {
  const { entry } = hit;
  if (entry.kind !== 'plan') return null;
  const isQuoted = scan.char(hit.start - 1) === '“' && scan.char(hit.end) === '”';
  const behind = hit.end + (scan.char(hit.end) === '”' ? 1 : 0);
  if (scan.text.startsWith('普法', behind)) {
    const from = LAW_PLANS_FROM + 5 * (entry.number - 1);
    return fixed(hit.start, hit.end, year(from), year(from + 4));
  }
  const isNamed = wordAt(scan.text, behind, ['时期', '期间', '计划', '规划']) !== null;
  if (entry.isShort === true && !isQuoted && !isNamed) return null;
  if (NOT_BEFORE_PLAN.has(scan.code(hit.start - 1))) return null;
  const plan = fixed(hit.start, hit.end, year(entry.from), year(entry.to));
  return isQuoted ? plan : sinceExpression(scan, plan);
}

/** 第十四个五年规划, told by its number. */
export function matchNumberedPlan(scan: Scan, start: number): Expression | null {
  const numeral = scan.numeralAt(start + 1);
  const number = wholeNumber(numeral, 1, 16);
  if (numeral === null || number === null || !scan.text.startsWith('个五年', numeral.end)) return null;
  const word = wordAt(scan.text, numeral.end + 3, ['规划', '计划']);
  if (word === null) return null;
  const from = number < 3 ? 1948 + 5 * number : 1951 + 5 * number;
  return fixed(start, numeral.end + 3 + word.length, year(from), year(from + 4));
}

/** What may stand between an event and 以来: 中央八项规定实施以来. */
const BETWEEN = [
  '胜利召开',
  '战略实施',
  '出台实施',
  '颁布实施',
  '召开',
  '闭幕',
  '实施',
  '出台',
  '颁布',
  '结束',
  '成立',
  '印发',
  '政策',
  '开展',
  '启动',
  '打响',
];

const FIRST_BETWEEN = new CharSet('胜战出颁召闭实结成印政开启打');

/** 党的十八大以来, 改革开放以来, 中央八项规定实施以来: from the event on. Most events are named without a date being meant. */
export function matchEvent(scan: Scan, hit: CalendarHit): Expression | null {
  const { entry, end } = hit;
  if (entry.kind !== 'event') return null;
  const word = FIRST_BETWEEN.has(scan.code(end)) ? (wordAt(scan.text, end, BETWEEN) ?? '') : '';
  const since = end + word.length;
  if (scan.text.startsWith('以来', since)) {
    const span = { start: eventStart(scan, hit), end: since + 2 };
    return fixedExpression(span, readIsoDate(entry.date), null, null, true);
  }
  return matchAnniversary(scan, hit, since) ?? (since > end ? matchAnniversary(scan, hit, end) : null);
}

/** 中央 of 中央八项规定 belongs to it. */
function eventStart(scan: Scan, { start, entry }: CalendarHit): number {
  const before = entry.kind === 'event' ? entry.before : undefined;
  return before !== undefined && scan.text.startsWith(before, start - before.length) ? start - before.length : start;
}

/** 建党100周年, 新中国成立70周年: the day that many years after. */
function matchAnniversary(scan: Scan, hit: CalendarHit, offset: number): Expression | null {
  const numeral = scan.numeralAt(offset);
  if (numeral === null || hit.entry.kind !== 'event' || !scan.text.startsWith('周年', numeral.end)) return null;
  const years = wholeNumber(numeral, 1, 999);
  const date = readIsoDate(hit.entry.date);
  if (years === null || date.year === null) return null;
  return fixed(eventStart(scan, hit), numeral.end + 2, { ...date, year: date.year + years }, null);
}

/** A bare 60周年: found, but of what is not said in a way that can be counted. */
export function matchBareAnniversary(scan: Scan, start: number): Expression | null {
  const numeral = scan.numeralAt(start);
  if (wholeNumber(numeral, 1, 9999) === null || numeral === null || !scan.text.startsWith('周年', numeral.end))
    return null;
  return vagueExpression(start, numeral.end + 2, 'date');
}

/** 上世纪80年代, 20世纪90年代初, 80年代, 1980年代, 本世纪中叶. */
export function matchEra(scan: Scan, start: number): Expression | null {
  const century = readCentury(scan, start);
  if (century === null) return readDecade(scan, start, start, null);
  const at = century.end + (scan.char(century.end) === '的' ? 1 : 0);
  const decade = readDecade(scan, start, at, century.century);
  if (decade !== null) return decade;
  const counted = decadeOfCentury(scan, start, at, century.century);
  if (counted !== null) return counted;
  if (wordAt(scan.text, century.end, nameTails(scan.code(century.end))) !== null) return null;
  return sinceExpression(scan, centuryPart(scan, start, century.end, century.century));
}

function readCentury(scan: Scan, start: number): { century: number; end: number } | null {
  const hit = scan.hitAt(start);
  if (hit?.entry.kind === 'century') return { century: hit.entry.century, end: hit.end };
  const numeral = scan.numeralAt(start);
  const century = wholeNumber(numeral, 1, 30);
  if (numeral === null || century === null || !scan.text.startsWith('世纪', numeral.end)) return null;
  return { century, end: numeral.end + 2 };
}

/** 80年代 is 198X; a bare one belongs to the last century, 10年代 and 20年代 to this one. */
function readDecade(scan: Scan, start: number, offset: number, century: number | null): Expression | null {
  const numeral = scan.numeralAt(offset);
  const pair = neighbouringDecades(scan, start, numeral, century ?? 20);
  if (pair !== null) return pair;
  const value = wholeNumber(numeral, 10, 2099);
  if (numeral === null || value === null || value % 10 !== 0 || !scan.text.startsWith('年代', numeral.end)) return null;
  if (value > 90 && value < 1000) return null;
  const own = century ?? (value <= 20 ? 21 : 20);
  const first = value >= 1000 ? value : (own - 1) * 100 + value;
  const part = wordAt(scan.text, numeral.end + 2, ['初期', '中期', '末期', '初', '末', '中后期', '后期', '前期']) ?? '';
  const decade = fixed(start, numeral.end + 2 + part.length, year(first), year(first + 9), `${first / 10}X`);
  return sinceExpression(scan, decade);
}

/** 五六十年代: two decades side by side, of the last century when none is named. */
function neighbouringDecades(scan: Scan, start: number, numeral: Numeral | null, century: number): Expression | null {
  if (numeral === null || numeral.end - numeral.start !== 3 || !scan.text.startsWith('年代', numeral.end)) return null;
  const [first, second] = [0, 1].map((i) => '一二三四五六七八九'.indexOf(scan.char(numeral.start + i)) + 1) as [
    number,
    number,
  ];
  if (first === 0 || second !== first + 1 || scan.char(numeral.end - 1) !== '十') return null;
  const from = (century - 1) * 100 + 10 * first;
  return sinceExpression(scan, fixed(start, numeral.end + 2, year(from), year(from + 19)));
}

/** 21世纪头十年, 本世纪第二个十年. */
function decadeOfCentury(scan: Scan, start: number, offset: number, century: number): Expression | null {
  const isFirst = wordAt(scan.text, offset, ['头十年', '前十年', '头10年', '前10年']);
  const numeral = isFirst === null && scan.char(offset) === '第' ? scan.numeralAt(offset + 1) : null;
  const number = isFirst === null ? wholeNumber(numeral, 1, 10) : 1;
  const word = isFirst ?? wordAt(scan.text, numeral?.end ?? -1, ['个十年', '个10年']);
  if (number === null || word === null) return null;
  const end = isFirst === null ? (numeral as Numeral).end + word.length : offset + word.length;
  const first = (century - 1) * 100 + 10 * (number - 1);
  return fixed(start, end, year(first), year(first + 9), `${first / 10}X`);
}

/** 本世纪中叶 is about 2050, 初 and 末 the first and last decade. */
function centuryPart(scan: Scan, start: number, end: number, century: number): Expression {
  const first = (century - 1) * 100;
  const middle = wordAt(scan.text, end, ['中叶', '中期']);
  if (middle !== null) return { ...fixed(start, end + 2, year(first + 50), null), isApproximate: true };
  const early = wordAt(scan.text, end, ['初期', '初', '之初']);
  if (early !== null) return fixed(start, end + early.length, year(first), year(first + 9), `${first / 10}X`);
  const late = wordAt(scan.text, end, ['末期', '末']);
  if (late !== null)
    return fixed(start, end + late.length, year(first + 90), year(first + 99), `${(first + 90) / 10}X`);
  return fixed(start, end, year(first), year(first + 99), `${first / 100}XX`);
}

function sinceExpression(scan: Scan, expression: Expression): Expression {
  if (!scan.text.startsWith('以来', expression.end)) return expression;
  return { ...expression, end: expression.end + 2, isSince: true };
}
