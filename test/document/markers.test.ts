import { describe, expect, it } from 'vitest';
import { readMarker } from '../../src/document/markers.js';
import { readNumerals } from '../support/read-numerals.js';

function markerOf(text: string): [string, string, number | null] | null {
  const marker = readMarker(text, { start: 0, end: text.length }, readNumerals(text), 0);
  return marker === null ? null : [marker.label, marker.family, marker.ordinal];
}

describe('readMarker', () => {
  it.each([
    ['一是提高认识。', ['一是', '一是', 1]],
    ['三要压实责任。', ['三要', '一要', 3]],
    ['二则督导不力。', ['二则', '一是', 2]],
    ['第二，压实责任。', ['第二', '第一', 2]],
    ['第三是严格督导。', ['第三是', '第一', 3]],
    ['其一，认识不高。', ['其一', '其一', 1]],
    ['（十二）抓好宣传', ['（十二）', '（一）', 12]],
    ['（3）抓好宣传', ['（3）', '（1）', 3]],
    ['四、工作要求', ['四、', '一、', 4]],
    ['2.工作要求', ['2.', '1.', 2]],
    ['3）工作要求', ['3）', '1）', 3]],
    ['②压实责任', ['②', '①', 2]],
    ['首先，提高认识。', ['首先', '首先', 1]],
    ['最后，抓好宣传。', ['最后', '首先', null]],
    ['一方面，提高认识。', ['一方面', '一方面', 1]],
    ['——重视程度高。', ['——', '——', null]],
    ['● 重视程度高。', ['●', '●', null]],
    ['- 重视程度高。', ['-', '-', null]],
  ])('%s', (text, marker) => {
    expect(markerOf(text)).toEqual(marker);
  });

  it.each([
    '一些干部认识不高。',
    '三个环节抓得紧。',
    '第二季度增长5%。',
    '3.5亿元到位。',
    '2021年召开会议。',
    '（云河日报记者王明远）',
    '会议强调',
    '——',
    '',
    '九十九、太多',
  ])('none: %s', (text) => {
    expect(markerOf(text)).toBeNull();
  });
});
