import { describe, expect, it } from 'vitest';
import { isTifaError } from '../../src/errors.js';
import { extendLexicon, loadLexicon } from '../../src/lexicon/lexicon.js';

const lexicon = loadLexicon();

describe('lookup', () => {
  it('finds by label and by variant', () => {
    expect(lexicon.lookup('四个意识')?.members).toEqual(['政治意识', '大局意识', '核心意识', '看齐意识']);
    expect(lexicon.lookup('六个稳')?.key).toBe('六稳');
    expect(lexicon.lookup('九个不知道')).toBeNull();
  });

  it('does not mind quotation marks and blanks', () => {
    expect(lexicon.lookup('两个“一百年”')?.key).toBe('两个一百年');
    expect(lexicon.lookup(' 四个 意识 ')?.key).toBe('四个意识');
  });

  it.each([
    ['四个现代化', '1956-09-15', '交通运输业现代化'],
    ['四个现代化', '1975-01-13', '科学技术现代化'],
    ['四个全面', '2017-10-18', '全面建成小康社会'],
    ['四个全面', '2021-03-05', '全面建设社会主义现代化国家'],
    ['三个环节', '2020-09-10', '整改总结'],
    ['三个环节', '2021-05-10', '总结提升'],
  ])('chooses %s by the date %s', (label, date, member) => {
    expect(lexicon.lookup(label, { date })?.members).toContain(member);
  });

  it('takes the latest without a date, and within a month or year that holds a change', () => {
    expect(lexicon.lookup('三个环节')?.members).toContain('总结提升');
    expect(lexicon.lookup('三个环节', { date: null })?.members).toContain('总结提升');
    expect(lexicon.lookup('三个环节', { date: '2021' })?.members).toContain('总结提升');
    expect(lexicon.lookup('三个环节', { date: '2021-02' })?.members).toContain('总结提升');
    expect(lexicon.lookup('三个环节', { date: '2021-01' })?.members).toContain('整改总结');
  });

  it('knows nothing before the first period', () => {
    expect(lexicon.lookup('三个环节', { date: '2015-05-01' })).toBeNull();
  });
});

describe('search', () => {
  it('puts the label first, then labels that hold the query, then members', () => {
    expect(lexicon.search('四个意识')[0]?.key).toBe('四个意识');
    expect(lexicon.search('看齐意识').map((entry) => entry.key)).toContain('四个意识');
    expect(
      lexicon
        .search('两不愁')
        .map((entry) => entry.key)
        .slice(0, 2),
    ).toEqual(['两不愁', '两不愁三保障']);
  });

  it('finds nothing for an empty query', () => {
    expect(lexicon.search('“ ”')).toEqual([]);
  });
});

describe('extend', () => {
  const own = extendLexicon([
    { key: '四个意识', members: ['安全意识', '质量意识', '节约意识', '服务意识'] },
    { key: '云河五条', count: 5, variants: ['五条'] },
  ]);

  it('lets the user win and keeps the rest', () => {
    expect(own.lookup('四个意识')?.members?.[0]).toBe('安全意识');
    expect(own.lookup('五条')).toMatchObject({ key: '云河五条', members: null, count: 5, fixed: true });
    expect(own.lookup('四风')?.count).toBe(4);
    expect(own.terms().filter((term) => term.form === '四个意识')).toHaveLength(1);
  });

  it('leaves the shipped lexicon as it was', () => {
    expect(loadLexicon().lookup('四个意识')?.members?.[0]).toBe('政治意识');
    expect(loadLexicon().lookup('云河五条')).toBeNull();
    expect(loadLexicon()).toBe(lexicon);
  });

  it('has a version of its own, the same for the same entries', () => {
    expect(own.version).toMatch(new RegExp(`^${lexicon.version}\\+[0-9a-f]{8}$`));
    expect(extendLexicon([{ key: '六项' }]).version).not.toBe(own.version);
    expect(extendLexicon([{ key: '六项' }]).version).toBe(extendLexicon([{ key: '六项' }]).version);
  });

  it('can be extended again, the last one winning', () => {
    expect(own.extend([{ key: '四个意识', count: 4 }]).lookup('四个意识')?.members).toBeNull();
  });

  it.each([
    [
      [{ key: '四个意识', members: ['一', '二'], count: 4 }],
      'Entry 1, field "count": expected 2, as many as there are members.',
    ],
    [
      [{ key: '六稳' }, { key: '' }],
      'Entry 2, field "key": expected a label of at most 40 characters that holds a numeral',
    ],
    [[{ key: '放管服' }], 'Entry 1, field "key"'],
    [
      [{ key: '六稳', from: '2021-02-30' }],
      'Entry 1, field "from": expected a day of the calendar as YYYY-MM-DD, or null.',
    ],
    [
      [{ key: '六稳', from: '2021-02-03', until: '2020-01-01' }],
      'Entry 1, field "until": expected a day not before 2021-02-03.',
    ],
    [[{ key: '六稳', member: [] }], 'Entry 1, field "member": expected no such field, but one of key, members'],
    [
      [{ key: '六稳' }, { key: '八稳', variants: ['六稳'] }],
      'Entry 2, field "variants": expected another label than "六稳", which entry 1',
    ],
    [['六稳'], 'Entry 1, field "key": expected an object with at least a "key".'],
    [[null], 'Entry 1, field "key"'],
    [{ key: '六稳' }, 'The lexicon is expected to be a list'],
  ])('refuses %j as a whole', (entries, message) => {
    const attempt = () => lexicon.extend(entries as never);
    expect(attempt).toThrowError(message);
    try {
      attempt();
    } catch (error) {
      expect(isTifaError(error) && error.code).toBe('bad-lexicon');
    }
    expect(lexicon.lookup('八稳')).toBeNull();
  });
});

describe('terms', () => {
  it('has every form once, with its kind', () => {
    const terms = lexicon.terms();
    expect(new Set(terms.map((term) => term.form)).size).toBe(terms.length);
    expect(terms).toContainEqual(expect.objectContaining({ form: '六个稳', kind: 'formulation', key: '六稳' }));
    expect(terms).toContainEqual(expect.objectContaining({ form: '一盘棋', kind: 'idiom' }));
    expect(terms).toContainEqual(expect.objectContaining({ form: '三峡', kind: 'name' }));
    expect(terms.find((term) => term.form === '一起')?.notBefore).toContain('案');
  });
});
