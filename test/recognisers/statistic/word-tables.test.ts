import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractStatistics } from '../../../src/extractor/extract-statistics.js';
import { wordTables } from '../../../src/recognisers/statistic/word-tables.js';
import type { StatisticRecord } from '../../../src/report/schema.js';

interface Entry {
  form: string;
  example: string;
  within?: string[];
  unit?: string;
  dimension?: string;
  direction?: string;
  approximation?: string;
}

function entriesOf(list: string): Entry[] {
  const url = new URL(`../../../corpus/${list}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Entry[];
}

function firstOf(entry: Entry): StatisticRecord {
  const [first] = extractStatistics(entry.example);
  if (first === undefined) throw new Error(`no statistic in “${entry.example}”`);
  return first;
}

function labelOf(entry: Entry): string {
  return firstOf(entry).indicator?.label ?? '';
}

/** Each list with what its words do, shown by the example of each entry. */
const LISTS: Readonly<Record<string, (entry: Entry) => void>> = {
  'measure-words': (entry) => {
    expect(firstOf(entry)).toMatchObject({ unit: entry.unit ?? entry.form, kind: 'count' });
  },
  units: (entry) => {
    const units = extractStatistics(entry.example).map((record) => [record.unit, record.dimension]);
    expect(units).toContainEqual([entry.unit ?? entry.form, entry.dimension]);
  },
  'change-words': (entry) => {
    if (entry.direction !== 'flat')
      expect(firstOf(entry)).toMatchObject({ kind: 'change', direction: entry.direction });
  },
  'approximation-words': (entry) => expect(firstOf(entry).approximation).toBe(entry.approximation),
  'level-markers': (entry) => expect(labelOf(entry)).not.toMatch(new RegExp(`${entry.form}$`)),
  'light-verbs': (entry) => expect(labelOf(entry)).toBe(between(entry, entry.form.length)),
  'telling-verbs': (entry) => expect(labelOf(entry)).toBe(between(entry, 0)),
  causatives: (entry) => expect(entry.example).toContain(`${entry.form}3`),
  'nominal-verbs': (entry) => expect(labelOf(entry)).toBe(between(entry, 0)),
  'plain-words': (entry) => expect(labelOf(entry)).toContain(entry.form),
  adverbs: (entry) => expect(edgesOf(labelOf(entry), entry.form)).toBe(false),
  connectives: (entry) => expect(edgesOf(labelOf(entry), entry.form)).toBe(false),
  conjunctions: (entry) => expect(entry.example).toContain(entry.form),
  prepositions: (entry) => expect(labelOf(entry).endsWith(entry.form)).toBe(false),
  'compare-words': (entry) => expect(labelOf(entry)).not.toContain(entry.form),
  'scope-words': (entry) => expect(labelOf(entry).startsWith(entry.form)).toBe(false),
  'time-words': (entry) => expect(labelOf(entry).startsWith(entry.form)).toBe(false),
  'right-stops': (entry) => expect(labelOf(entry)).not.toContain(entry.form),
  'shared-tails': (entry) => {
    const labels = extractStatistics(entry.example).map((record) => record.indicator?.label ?? '');
    expect(labels.length).toBe(2);
    for (const label of labels) expect(label.endsWith(entry.form)).toBe(true);
  },
};

/** What stands between the word and the number. */
function between(entry: Entry, from: number): string {
  return entry.example.slice(from, firstOf(entry).start);
}

function edgesOf(label: string, form: string): boolean {
  return label.startsWith(form) || label.endsWith(form);
}

describe.each(Object.entries(LISTS))('%s', (list, check) => {
  const entries = entriesOf(list);

  it('is sorted and has no word twice', () => {
    const forms = entries.map((entry) => entry.form);
    expect(forms).toEqual([...new Set(forms)].sort());
  });

  it.each(entries.map((entry) => [entry.form, entry] as const))('%s', (_, entry) => {
    expect(entry.example).toContain(entry.form);
    check(entry);
    for (const word of entry.within ?? [])
      if (list !== 'measure-words' && list !== 'units') expect(wordTables().words.has(word)).toBe(true);
  });
});
