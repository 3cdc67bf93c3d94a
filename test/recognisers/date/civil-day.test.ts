import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  daysInMonth,
  fromDayNumber,
  mondayOf,
  shiftMonth,
} from '../../../src/recognisers/date/civil-day.js';
import { firstDay, lastDay, writeDate } from '../../../src/recognisers/date/edtf.js';

describe('dayNumber and fromDayNumber', () => {
  it('agree with each other and with the ISO calendar over four centuries', () => {
    for (let days = -80_000; days < 80_000; days += 13) {
      const date = fromDayNumber(days);
      expect(dayNumber(date.year, date.month, date.day)).toBe(days);
      expect(new Date(days * 864e5).toISOString().slice(0, 10)).toBe(writeDate(date));
    }
  });
});

describe('months and weeks', () => {
  it('knows the length of February', () => {
    expect([
      daysInMonth(2021, 2),
      daysInMonth(2020, 2),
      daysInMonth(1900, 2),
      daysInMonth(2000, 2),
      daysInMonth(null, 2),
    ]).toEqual([28, 29, 28, 29, 29]);
  });

  it('shifts months over the end of a year', () => {
    expect(shiftMonth(2021, 1, -1)).toEqual({ year: 2020, month: 12, day: null });
    expect(shiftMonth(2021, 12, 1)).toEqual({ year: 2022, month: 1, day: null });
    expect(shiftMonth(2021, 3, -15)).toEqual({ year: 2019, month: 12, day: null });
  });

  it('finds the Monday of a week', () => {
    expect(fromDayNumber(mondayOf(dayNumber(2021, 3, 16)))).toEqual({ year: 2021, month: 3, day: 15 });
    expect(fromDayNumber(mondayOf(dayNumber(2021, 3, 21)))).toEqual({ year: 2021, month: 3, day: 15 });
    expect(fromDayNumber(mondayOf(dayNumber(1969, 12, 31)))).toEqual({ year: 1969, month: 12, day: 29 });
  });
});

describe('EDTF', () => {
  it('writes what is known', () => {
    expect(writeDate({ year: 2021, month: 3, day: 5 })).toBe('2021-03-05');
    expect(writeDate({ year: null, month: 3, day: 5 })).toBe('XXXX-03-05');
    expect(writeDate({ year: null, month: null, day: 5 })).toBe('XXXX-XX-05');
    expect(writeDate({ year: 2021, month: null, day: null })).toBe('2021');
  });

  it('bounds what is known by ISO days', () => {
    expect(firstDay({ year: 2021, month: null, day: null })).toBe('2021-01-01');
    expect(lastDay({ year: 2020, month: 2, day: null })).toBe('2020-02-29');
    expect(lastDay({ year: null, month: 2, day: null })).toBeNull();
  });
});
