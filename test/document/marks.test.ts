import { describe, expect, it } from 'vitest';
import { markFrom, readMarks } from '../../src/document/marks.js';

const text = '会议强调，要抓好落实；\r\n清江县、云河市跟进。';

describe('readMarks', () => {
  it('finds line ends, stops and clause marks in text order, but no 、', () => {
    expect(readMarks(text).map((at) => text.charAt(at))).toEqual(['，', '；', '\r', '\n', '。']);
  });
});

describe('markFrom', () => {
  it('counts on to the first mark at or behind a place', () => {
    const marks = [4, 10, 20];
    expect(markFrom(marks, 0, 10)).toBe(1);
    expect(markFrom(marks, 1, 11)).toBe(2);
    expect(markFrom(marks, 0, 21)).toBe(3);
  });
});
