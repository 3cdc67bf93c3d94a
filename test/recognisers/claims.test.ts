import { describe, expect, it } from 'vitest';
import { Claims } from '../../src/recognisers/claims.js';
import { readNumerals } from '../support/read-numerals.js';

const TEXT = '一是3月5日完成四项任务，共458名';

function setUp() {
  const numerals = readNumerals(TEXT);
  const claims = new Claims(numerals);
  const spanOf = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
  return { numerals, claims, spanOf, roles: () => numerals.map((numeral) => numeral.role) };
}

describe('Claims', () => {
  it('gives the numerals of a span a role', () => {
    const { claims, spanOf, roles } = setUp();
    claims.take(spanOf('3月5日'), 'date');
    expect(roles()).toEqual([null, 'date', 'date', null, null]);
  });

  it('leaves what somebody has', () => {
    const { claims, spanOf, roles } = setUp();
    claims.take(spanOf('四项任务'), 'slogan');
    claims.take({ start: 0, end: TEXT.length }, 'statistic');
    expect(roles()).toEqual(['statistic', 'statistic', 'statistic', 'slogan', 'statistic']);
  });

  it('says whether a span is free', () => {
    const { claims, spanOf } = setUp();
    claims.take(spanOf('一是'), 'enumerator');
    expect(claims.isFree(spanOf('一是3月'))).toBe(false);
    expect(claims.isFree(spanOf('四项任务'))).toBe(true);
    expect(claims.isFree(spanOf('完成'))).toBe(true);
  });

  it('finds the first numeral that ends behind a place', () => {
    const { claims, numerals } = setUp();
    expect(claims.indexFrom(0)).toBe(0);
    expect(claims.indexFrom(1)).toBe(1);
    expect(claims.indexFrom(TEXT.indexOf('458') + 1)).toBe(4);
    expect(claims.indexFrom(TEXT.length)).toBe(numerals.length);
    expect(new Claims([]).indexFrom(3)).toBe(0);
  });
});
