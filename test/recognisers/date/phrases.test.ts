import { describe, expect, it } from 'vitest';
import type { DateMention } from '../../../src/recognisers/mentions.js';
import { readDateCases } from '../../support/date-cases.js';
import { readDatesOf } from '../../support/read-dates-of.js';

function line(text: string, date: DateMention): string {
  const extras = [
    date.relation === 'at' ? '' : date.relation,
    date.dayPart ?? '',
    date.isApproximate ? '~' : '',
  ].filter((extra) => extra !== '');
  return [text, date.type, date.value ?? 'null', ...extras].join(' ');
}

describe('fixtures/phrases/dates.txt', () => {
  const cases = readDateCases(new URL('../../../fixtures/phrases/dates.txt', import.meta.url));

  it.each(cases.map((dateCase) => [dateCase.title, dateCase] as const))('%s', (_, { text, anchor, expected }) => {
    const { dates, texts, issues } = readDatesOf(text, anchor);
    const found = dates.map((date, i) => line(texts[i] as string, date));
    expect([...found, ...issues.map((issue) => `! ${issue.message}`)]).toEqual(expected);
  });
});
