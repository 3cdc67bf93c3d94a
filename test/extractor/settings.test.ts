import { describe, expect, it } from 'vitest';
import { createExtractor, type ExtractorOptions, isTifaError } from '../../src/index.js';

function failureOf(options: object): { code: string; message: string; remedy: string } | null {
  try {
    createExtractor(options as ExtractorOptions);
    return null;
  } catch (error) {
    return isTifaError(error) ? error : null;
  }
}

describe('options that make no sense', () => {
  it.each(['2021-02-30', '2021-13-01', '2021-3-5', 'yesterday', '', '20210305', '2021-03-05T00:00'])(
    'anchor %j',
    (anchor) => {
      const failure = failureOf({ anchor });
      expect(failure?.code).toBe('bad-option');
      expect(failure?.message).toContain(`"${anchor}"`);
      expect(failure?.remedy).toContain('YYYY-MM-DD');
    },
  );

  it('an unknown option', () => {
    expect(failureOf({ ancor: '2021-03-05' })).toMatchObject({
      code: 'bad-option',
      message: 'There is no option "ancor".',
      remedy: expect.stringContaining('anchor'),
    });
  });

  it('an unknown kind of record', () => {
    expect(failureOf({ only: ['slogan'] })).toMatchObject({
      code: 'bad-option',
      remedy: expect.stringContaining('slogans, dates, statistics'),
    });
  });

  it('a lexicon with a wrong entry', () => {
    expect(failureOf({ lexicon: [{ key: '四个意识', count: 'vier' }] })?.code).toBe('bad-lexicon');
  });
});

describe('options that hold', () => {
  it.each([{}, { anchor: null }, { anchor: '2024-02-29' }, { only: [] }, { numerals: true }, { segmenter: null }])(
    '%j',
    (options) => {
      expect(failureOf(options)).toBeNull();
    },
  );
});
