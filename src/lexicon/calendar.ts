import entries from '../../corpus/calendar.json' with { type: 'json' };
import type { Term } from './term-index.js';
import { WordsByFirst } from './words-by-first.js';

export type DayPartName = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/**
 * One line of `corpus/calendar.json`.
 * - `year`, `month`, `day`: 去年, 上月, 昨日; `base: 'anchor'` counts from the document's date, `'context'` from the date named last (次日),
 *   `'either'` from that or else from the document's date (上年), `'absolute'` is the month itself (元月).
 * - `week`, `quarter`: 本周, 上季度, counted from the anchor; `days` of a week from Monday as 1: 下半周.
 * - `portion`: a part of a year or month: 年底, 上半年, 上旬; `season` is the EDTF code 21–24.
 * - `season`: 今春, a season of a year counted from the anchor.
 * - `length`: 半年, a length of time that begins with no numeral.
 * - `nameTail`: …行动: behind a length it makes a name of it, 三年行动.
 * - `dayPart`: 上午, read only behind a day.
 * - `vague`, `set`: 近日, 每年: found, but without a value; `isNow` is bounded by the anchor's day.
 * - `plan`: “十四五”; `isShort` needs quotation marks or 时期 beside it, since 十五 is also fifteen.
 * - `event`: what 以来 and 周年 count from; `date` is ISO to the precision known; `before` belongs to it where it stands
 *   before it: 中央 of 中央八项规定.
 * - `holiday`: fixed day, or `days` as MMDD for each year from `from` on.
 * - `century`: 上世纪. `session`: a congress session with its first and last day, evidence for the document's own date.
 */
export type CalendarEntry = {
  form: string;
  example: string;
  notBefore?: string;
  notAfter?: string;
  note?: string;
  source?: string;
} & (
  | {
      kind: 'year' | 'month' | 'day';
      base: 'absolute' | 'anchor' | 'context' | 'either';
      offset: number;
      dayPart?: DayPartName;
    }
  | { kind: 'week' | 'quarter'; offset: number; days?: readonly [number, number] }
  | PortionEntry
  | { kind: 'season'; season: number; offset: number }
  | { kind: 'vague'; type: 'date' | 'interval' | 'duration'; isNow?: boolean }
  | { kind: 'set' | 'length' | 'nameTail' }
  | { kind: 'dayPart'; dayPart: DayPartName }
  | { kind: 'plan'; number: number; from: number; to: number; isShort?: boolean }
  | { kind: 'event'; date: string; before?: string }
  | HolidayEntry
  | { kind: 'century'; century: number }
  | { kind: 'session'; from: string; to: string }
);

export interface PortionEntry {
  kind: 'portion';
  of: 'year' | 'month';
  at?: 'start' | 'middle' | 'end' | 'whole';
  months?: readonly [number, number];
  days?: readonly [number, number];
  season?: number;
  /** only behind a year or month: 年度 alone is no date */
  tailOnly?: boolean;
}

export type HolidayEntry =
  | { kind: 'holiday'; month: number; day: number; from?: undefined }
  | { kind: 'holiday'; from: number; days: string };

/** The entries by their form. Made on first use. */
let byForm: Map<string, CalendarEntry> | null = null;

function calendar(): Map<string, CalendarEntry> {
  byForm ??= new Map((entries as unknown as CalendarEntry[]).map((entry) => [entry.form, entry]));
  return byForm;
}

export function calendarEntry(form: string): CalendarEntry | null {
  return calendar().get(form) ?? null;
}

export function calendarEntries(): Iterable<CalendarEntry> {
  return calendar().values();
}

/** False for what is read only behind something else: 上午 behind a day, 底 behind 2019年. */
function standsAlone(entry: CalendarEntry): boolean {
  if (entry.kind === 'dayPart' || entry.kind === 'nameTail') return false;
  return entry.kind !== 'portion' || (entry.tailOnly !== true && entry.form.length > 1);
}

/** Words of the calendar for the one scan over the text; `key` is the form. */
export function calendarTerms(): Term[] {
  return [...calendar().values()].filter(standsAlone).map((entry) => ({
    form: entry.form,
    kind: 'calendar',
    key: entry.form,
    notBefore: entry.notBefore ?? '',
    notAfter: entry.notAfter ?? '',
    calendar: entry,
  }));
}

/** Month and day of a holiday in a year; null where the table ends. */
export function holidayIn(entry: HolidayEntry, year: number): { month: number; day: number } | null {
  if (entry.from === undefined) return { month: entry.month, day: entry.day };
  const at = (year - entry.from) * 5;
  const code = Number(entry.days.slice(at, at + 4));
  return at < 0 || !(code > 0) ? null : { month: Math.floor(code / 100), day: code % 100 };
}

/** A portion word behind a year or month: the 底 of 2019年底 as well as 上半年. */
export interface PortionTail {
  tail: string;
  notBefore: string;
  portion: PortionEntry;
}

let tailsOfYear: WordsByFirst<PortionTail> | null = null;
let tailsOfMonth: WordsByFirst<PortionTail> | null = null;

/**
 * What may stand behind a year or a month as a part of it and begins with the code unit, longest first: 年底 behind 2019
 * leaves 底 behind 2019年.
 */
export function portionTails(of: 'year' | 'month', code: number): readonly PortionTail[] {
  if (of === 'year') tailsOfYear ??= readTails('year', '年');
  else tailsOfMonth ??= readTails('month', '月');
  return ((of === 'year' ? tailsOfYear : tailsOfMonth) as WordsByFirst<PortionTail>).at(code);
}

function readTails(of: 'year' | 'month', head: string): WordsByFirst<PortionTail> {
  const list: PortionTail[] = [];
  for (const entry of calendar().values()) {
    if (entry.kind !== 'portion' || entry.of !== of) continue;
    const notBefore = entry.notBefore ?? '';
    if (entry.form.startsWith(head)) list.push({ tail: entry.form.slice(1), notBefore, portion: entry });
    else list.push({ tail: entry.form, notBefore, portion: entry });
  }
  return new WordsByFirst(list, ({ tail }) => tail);
}

export interface DayPartWord {
  form: string;
  dayPart: DayPartName;
  notBefore: string;
}

let dayParts: WordsByFirst<DayPartWord> | null = null;

/** Parts of the day that begin with the code unit, longest first. */
export function dayPartWords(code: number): readonly DayPartWord[] {
  dayParts ??= readDayParts();
  return dayParts.at(code);
}

function readDayParts(): WordsByFirst<DayPartWord> {
  const list: DayPartWord[] = [];
  for (const entry of calendar().values())
    if (entry.kind === 'dayPart')
      list.push({ form: entry.form, dayPart: entry.dayPart, notBefore: entry.notBefore ?? '' });
  return new WordsByFirst(list, ({ form }) => form);
}

let tailsOfNames: WordsByFirst<string> | null = null;

/** Words beginning with the code unit that make a name of the time before them: 三年行动, 百年变局, 21世纪海上丝绸之路. */
export function nameTails(code: number): readonly string[] {
  tailsOfNames ??= new WordsByFirst(
    [...calendar().values()].filter((entry) => entry.kind === 'nameTail').map((entry) => entry.form.slice(1)),
    (tail) => tail,
  );
  return tailsOfNames.at(code);
}
