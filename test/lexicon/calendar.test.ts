import { describe, expect, it } from 'vitest';
import calendar from '../../corpus/calendar.json';
import { scanText } from '../../src/document/scan.js';
import {
  calendarEntries,
  calendarEntry,
  calendarTerms,
  type HolidayEntry,
  holidayIn,
} from '../../src/lexicon/calendar.js';
import { TermIndex } from '../../src/lexicon/term-index.js';
import { dayNumber, daysInMonth, readIsoDate } from '../../src/recognisers/date/civil-day.js';
import { readDatesOf } from '../support/read-dates-of.js';

const entries = [...calendarEntries()];
const index = new TermIndex(calendarTerms());

function holiday(form: string, year: number): string | null {
  const found = holidayIn(calendarEntry(form) as HolidayEntry & { form: string; example: string }, year);
  return found === null ? null : `${found.month}-${found.day}`;
}

describe('corpus/calendar.json', () => {
  it('is sorted and names no form twice', () => {
    const forms = calendar.map((entry) => entry.form);
    expect(forms).toEqual([...forms].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('names a source for every event', () => {
    expect(entries.filter((entry) => entry.kind === 'event' && !entry.source)).toEqual([]);
  });

  it('gives days that exist', () => {
    for (const entry of entries) {
      const days = entry.kind === 'session' ? [entry.from, entry.to] : entry.kind === 'event' ? [entry.date] : [];
      for (const iso of days) {
        const { year, month, day } = readIsoDate(iso);
        if (month !== null && day !== null) expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
      }
    }
  });

  it('has every plan follow the one before', () => {
    const plans = entries.filter((entry) => entry.kind === 'plan').sort((a, b) => a.number - b.number);
    expect(plans.map((plan) => plan.number)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    for (const plan of plans) expect(plan.to - plan.from).toBe(4);
  });

  // a part of another expression, evidence only, or a sign that there is no date
  const apart = new Set(['dayPart', 'nameTail', 'session']);
  const read = entries.filter((entry) => !apart.has(entry.kind) && !(entry.kind === 'portion' && entry.tailOnly));
  it.each(read.map((entry) => [entry.form, entry] as const))('%s', (form, entry) => {
    const at = entry.example.indexOf(form);
    expect(at, 'the example holds the form').toBeGreaterThanOrEqual(0);
    const { dates } = readDatesOf(entry.example, '2021-03-16');
    expect(dates.some((date) => date.start < at + form.length && at < date.end)).toBe(true);
  });

  it.each(entries.filter((entry) => entry.kind === 'session').map((entry) => [entry.form, entry.example]))(
    '%s is found for the anchor',
    (form, example) => {
      expect(scanText(example as string, index).terms.map((hit) => hit.term.form)).toContain(form);
    },
  );

  it.each(entries.filter((entry) => entry.kind === 'nameTail').map((entry) => [entry.form, entry.example]))(
    '%s makes a name',
    (_, example) => {
      expect(readDatesOf(example as string).dates.filter((date) => date.type === 'duration')).toEqual([]);
    },
  );

  it.each(entries.filter((entry) => entry.kind === 'dayPart').map((entry) => [entry.form, entry.example]))(
    '%s stands behind a day',
    (form, example) => {
      expect(readDatesOf(example as string).texts).toEqual([`3月5日${form}`]);
    },
  );

  it.each(
    entries.filter((entry) => entry.kind === 'portion' && entry.tailOnly).map((entry) => [entry.form, entry.example]),
  )('%s stands behind a year or month', (form, example) => {
    const { texts } = readDatesOf(example as string, '2021-03-16');
    expect(texts.some((text) => text.endsWith(form as string))).toBe(true);
  });
});

describe('holidays of the lunar calendar', () => {
  it.each([
    ['春节', 2021, '2-12'],
    ['春节', 2018, '2-16'],
    ['春节', 1985, '2-20'],
    ['春节', 2033, '1-31'],
    ['除夕', 2018, '2-15'],
    ['端午节', 2020, '6-25'],
    ['中秋节', 2019, '9-13'],
    ['清明节', 2020, '4-4'],
    ['清明节', 2021, '4-4'],
    ['清明节', 2019, '4-5'],
    ['国庆节', 1955, '10-1'],
  ])('%s %d', (form, year, expected) => {
    expect(holiday(form, year)).toBe(expected);
  });

  it('ends with its table', () => {
    expect(holiday('春节', 2051)).toBeNull();
    expect(holiday('春节', 1948)).toBeNull();
  });

  it('has spring festivals 353 to 385 days apart', () => {
    const entry = calendarEntry('春节') as HolidayEntry & { form: string; example: string };
    for (let year = 1950; year <= 2050; year++) {
      const [before, own] = [holidayIn(entry, year - 1), holidayIn(entry, year)];
      if (before === null || own === null) throw new Error(`no spring festival in ${year}`);
      const apart = dayNumber(year, own.month, own.day) - dayNumber(year - 1, before.month, before.day);
      expect(apart).toBeGreaterThanOrEqual(353);
      expect(apart).toBeLessThanOrEqual(385);
    }
  });
});
