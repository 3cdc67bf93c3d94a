import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractStatistics } from '../../../src/extractor/extract-statistics.js';
import type { StatisticRecord } from '../../../src/report/schema.js';

const file = readFileSync(new URL('../../../fixtures/phrases/statistics.txt', import.meta.url), 'utf8');

/** One statistic as the case file writes it: text kind approximation «label» direction basis of … part …. */
function line(record: StatisticRecord, all: readonly StatisticRecord[]): string {
  const textOf = (id: string | null): string | undefined => all.find((other) => other.id === id)?.text;
  const { of, partOf } = record;
  return [
    record.text,
    record.kind,
    record.approximation,
    `«${record.indicator?.label ?? ''}»`,
    record.direction,
    record.basis,
    of === null ? null : `of ${textOf(of)}`,
    partOf === null ? null : `part ${textOf(partOf)}`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

describe('statistics.txt', () => {
  const cases = file.split(/^=== /m).slice(1);

  it.each(cases.map((block) => [block.slice(0, block.indexOf('\n')), block] as const))('%s', (title, block) => {
    const [head = '', expected = ''] = block.split('\n---\n');
    const records = extractStatistics(head.slice(title.length + 1), { anchor: '2025-03-01' });
    expect(records.map((record) => line(record, records)).join('\n')).toBe(expected.trim());
  });
});
