import { describe, expect, it } from 'vitest';
import features from '../../corpus/genre-features.json';
import surnames from '../../corpus/surnames.json';
import type { Genre } from '../../src/document/document.js';
import { type GenreEvidence, pointsOfGenres } from '../../src/document/genre.js';
import { isPersonalName, surnameAt } from '../../src/document/people.js';
import { scanText } from '../../src/document/scan.js';

const NOTHING: GenreEvidence = {
  title: '',
  text: '',
  passages: [],
  words: [],
  attributions: 0,
  hasDateline: false,
  hasStamp: false,
  hasAuthor: false,
};

function ofText(text: string): GenreEvidence {
  return { ...NOTHING, text, passages: [{ start: 0, end: text.length }], words: scanText(text).genreWords };
}

describe('corpus/genre-features.json', () => {
  it('is sorted, each word once in a place', () => {
    const keys = features.map(({ form, where }) => `${form}\u0000${where}`);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  it.each(features.map((feature) => [feature.form, feature] as const))('%s', (_, { where, genre, weight, example }) => {
    const evidence = where === 'text' ? ofText(example) : { ...NOTHING, title: example };
    const points = pointsOfGenres(evidence)[genre as Genre] - pointsOfGenres(NOTHING)[genre as Genre];
    expect(points).toBeGreaterThanOrEqual(weight);
  });
});

describe('corpus/surnames.json', () => {
  it('is sorted, without doubles', () => {
    const forms = surnames.map((surname) => surname.form);
    expect(forms).toEqual([...new Set(forms)].sort());
  });

  it.each(surnames.map((surname) => [surname.form, surname.example]))('%s: %s is a name', (form, example) => {
    expect(surnameAt(example, 0)).toBe(form.length);
    expect(isPersonalName(example)).toBe(true);
  });

  it.each(['启动', '王', '欧阳', '王明远县长', '王2'])('%s is no name', (text) =>
    expect(isPersonalName(text)).toBe(false),
  );
});
