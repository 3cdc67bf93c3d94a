import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDatesOf } from '../../support/read-dates-of.js';

const PIECES = [
  ...'年月日号时分天周旬季度个半多余第前后上下初末底中内每近至到—-、，。的〇零一二三十百千万几数双“”（）',
  ...[
    '2021',
    '3',
    '12',
    '31',
    '99',
    '2021年',
    '3月',
    '5日',
    '2月30日',
    '上午',
    '以来',
    '左右',
    '今年',
    '去年',
    '次日',
    '同年',
  ],
  ...[
    '“十四五”',
    '党的十八大',
    '春节',
    '上世纪',
    '80年代',
    '周年',
    '每年',
    '目前',
    '季度',
    '小时',
    '分钟',
    ' ',
    '\n',
    '2021-03-05',
    '3:2',
  ],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const anchor = fc.constantFrom(null, '2021-03-16', '2020-02-29', '2018-12-31', '2021-01-01');

const DATE = '(?:XXXX|-?\\d{4}|\\d{3}X|\\d{2}XX)(?:-(?:XX|\\d{2}))?(?:-\\d{2})?';
const EDTF = new RegExp(`^(?:${DATE}~?|(?:\\.\\.|${DATE})/(?:\\.\\.|${DATE}))$`);
const DURATION = /^P(?:[\d.]+[YMWD])*(?:T(?:[\d.]+[HMS])+)?$/;

describe('whatever the text', () => {
  it('mentions stand in order, do not overlap, and hold values that can be read', () => {
    fc.assert(
      fc.property(text, anchor, (source, day) => {
        const { dates } = readDatesOf(source, day);
        let end = 0;
        for (const date of dates) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.end).toBeGreaterThan(date.start);
          end = date.end;
          if (date.value === null) continue;
          if (date.type === 'duration') for (const part of date.value.split('/')) expect(part).toMatch(DURATION);
          else expect(date.value).toMatch(EDTF);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('the same text gives the same dates', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(readDatesOf(source).dates).toEqual(readDatesOf(source).dates);
      }),
      { numRuns: 200 },
    );
  });
});
