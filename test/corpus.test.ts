import { describe, expect, it } from 'vitest';
import formulations from '../corpus/formulations.json';
import governing from '../corpus/governing-words.json';
import idioms from '../corpus/idioms.json';
import names from '../corpus/names.json';
import heads from '../corpus/slogan-heads.json';
import { scanText } from '../src/document/scan.js';
import { extract } from '../src/index.js';
import { checkEntries } from '../src/lexicon/check-entries.js';
import { loadLexicon } from '../src/lexicon/lexicon.js';
import type { FormulationEntry, IdiomEntry, NameEntry } from '../src/lexicon/schema.js';
import { TermIndex } from '../src/lexicon/term-index.js';
import { unquotedLabel } from '../src/recognisers/slogan/unquoted-label.js';
import { readNumerals } from './support/read-numerals.js';

const entries: readonly FormulationEntry[] = formulations.entries;
const idiomEntries: readonly IdiomEntry[] = idioms.entries;
const nameEntries = names.entries as readonly NameEntry[];
const index = new TermIndex(loadLexicon().terms());

const VALUES: Record<string, number> = { 双: 2, 两: 2 };
[...'一二三四五六七八九十'].forEach((digit, i) => {
  VALUES[digit] = i + 1;
});

/** Numbers of members that the label can declare: 六大顽瘴痼疾 6; 三老四严 3, 4 or 7; none where a 一 or 百千万 stands in it. */
function declaredBy(label: string): number[] {
  const numerals = label.match(/[一二三四五六七八九十百千万双两\d]+/g) ?? [];
  if (numerals.some((numeral) => numeral === '一' || VALUES[numeral] === undefined)) return [];
  const counts = numerals.map((numeral) => VALUES[numeral] as number);
  return [...counts, counts.reduce((sum, count) => sum + count, 0)];
}

function formsOf({ key, variants }: FormulationEntry): string[] {
  return [key, ...variants];
}

function hasHit(sentence: string, forms: readonly string[]): boolean {
  return scanText(sentence, index).terms.some((hit) => forms.includes(hit.term.form));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

describe('formulations', () => {
  it('has at least 300 labels, each entry well formed and at odds with no other', () => {
    expect(new Set(entries.map((entry) => entry.key)).size).toBeGreaterThanOrEqual(300);
    expect(checkEntries(entries)).toHaveLength(entries.length);
  });

  it('gives every field in the same order', () => {
    const fields = ['key', 'members', 'count', 'variants', 'firstUsed', 'source', 'from', 'until', 'fixed', 'example'];
    for (const entry of entries) expect(Object.keys(entry).slice(0, fields.length)).toEqual(fields);
  });

  it('is sorted by key, then by date', () => {
    const sorted = [...entries].sort((a, b) => compare(a.key, b.key) || compare(a.from ?? '', b.from ?? ''));
    expect(entries.map((entry) => entry.key + entry.from)).toEqual(sorted.map((entry) => entry.key + entry.from));
  });

  it('names a source for every date of first use', () => {
    expect(entries.filter((entry) => entry.firstUsed !== null && entry.source === null)).toEqual([]);
  });

  it.each(entries.map((entry) => [`${entry.key} ${entry.from ?? ''}`.trim(), entry] as const))('%s', (_, entry) => {
    const declared = declaredBy(entry.key);
    if (declared.length > 0 && entry.count !== null) expect(declared).toContain(entry.count);
    if (entry.members !== null) expect(new Set(entry.members).size).toBe(entry.members.length);
    expect(hasHit(entry.example ?? '', formsOf(entry))).toBe(true);
    for (const sentence of entry.counterexamples ?? [])
      expect(formsOf(entry).some((form) => sentence.includes(form))).toBe(true);
  });

  it('is not found in its counterexamples where an unquoted mention counts', () => {
    for (const entry of entries.filter((entry) => entry.fixed))
      for (const sentence of entry.counterexamples ?? [])
        expect([sentence, hasHit(sentence, formsOf(entry))]).toEqual([sentence, false]);
  });
});

describe.each([
  ['idioms', idiomEntries, 600],
  ['names', nameEntries, 250],
] as const)('%s', (_, list, least) => {
  const forms = list.map((entry) => entry.form);

  it(`has at least ${least} forms, sorted, each once, each with a numeral`, () => {
    expect(forms.length).toBeGreaterThanOrEqual(least);
    expect(forms).toEqual([...new Set(forms)].sort(compare));
    expect(forms.filter((form) => !/[一二三四五六七八九十百千万亿两双]/.test(form))).toEqual([]);
  });

  it('is found in its examples, and not in its counterexamples', () => {
    for (const { form, example, counterexamples = [] } of list as readonly (IdiomEntry | NameEntry)[]) {
      const start = example.indexOf(form);
      const found = scanText(example, index).terms.some((hit) => hit.start < start + form.length && start < hit.end);
      expect([form, start >= 0, found]).toEqual([form, true, true]);
      for (const sentence of counterexamples) expect([sentence, hasHit(sentence, [form])]).toEqual([sentence, false]);
    }
  });

  it('holds characters, not words, in notBefore and notAfter', () => {
    for (const { form, notBefore = '', notAfter = '' } of list as readonly IdiomEntry[])
      expect([form, new Set(notBefore).size, new Set(notAfter).size]).toEqual([
        form,
        notBefore.length,
        notAfter.length,
      ]);
  });
});

describe('the lists together', () => {
  it('give no form to two kinds', () => {
    const labels = new Set(entries.flatMap(formsOf));
    const idiomForms = new Set(idiomEntries.map((entry) => entry.form));
    expect([...idiomForms].filter((form) => labels.has(form))).toEqual([]);
    expect(nameEntries.map((entry) => entry.form).filter((form) => labels.has(form) || idiomForms.has(form))).toEqual(
      [],
    );
  });

  it('types every name', () => {
    const types = new Set(nameEntries.map((entry) => entry.type));
    expect([...types].sort()).toEqual(['organisation', 'place', 'thing', 'work']);
  });
});

describe('slogan-heads', () => {
  const list: readonly { form: string; example: string }[] = heads.entries;

  it('is sorted, each head once', () => {
    const forms = list.map((entry) => entry.form);
    expect(forms).toEqual([...new Set(forms)].sort(compare));
  });

  it.each(list.map(({ form, example }) => [form, example]))('%s ends a label in its example', (form, example) => {
    const unquoted = readNumerals(example).map((numeral) => unquotedLabel(example, numeral, example.length));
    const labels = unquoted.map((label) => (label === null ? '' : example.slice(label.start, label.end)));
    const quoted = extract(example).slogans.map((slogan) => slogan.label);
    expect([...labels, ...quoted].filter((label) => label.endsWith(form))).not.toEqual([]);
  });
});

describe('governing-words', () => {
  const list: readonly { form: string; example: string }[] = governing.entries;

  it('is sorted, each word once', () => {
    const forms = list.map((entry) => entry.form);
    expect(forms).toEqual([...new Set(forms)].sort(compare));
  });

  it.each(list.map(({ form, example }) => [form, example]))('%s stands in its example', (form, example) => {
    expect(example).toContain(form);
  });

  it.each(list.filter(({ example }) => example.includes('、')).map(({ form, example }) => [form, example]))(
    '%s is cut off the list that it governs',
    (form, example) => {
      const lists = extract(`清江县${example}。`).slogans.map((slogan) => slogan.list?.items.map((item) => item.label));
      const items = lists.find((labels) => labels !== undefined) ?? [];
      const [, first, second] = /([^，、]+)、([^，、]+)、/.exec(example) ?? [];
      expect(items).toHaveLength(3);
      expect(items[1]).toBe(second);
      expect(first?.endsWith(items[0] ?? '-')).toBe(true);
      expect(items[0]).not.toContain(form);
    },
  );
});
