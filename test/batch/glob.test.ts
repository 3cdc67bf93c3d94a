import { describe, expect, it } from 'vitest';
import { globRoot, globToRegExp, isGlob } from '../../src/batch/glob.js';

describe('globToRegExp', () => {
  const cases: [pattern: string, path: string, matches: boolean][] = [
    ['*.txt', '云河.txt', true],
    ['*.txt', '档案/云河.txt', false],
    ['档案/**/*.txt', '档案/云河.txt', true],
    ['档案/**/*.txt', '档案/2021/三月/云河.txt', true],
    ['档案/**', '档案/2021/三月/云河.txt', true],
    ['档案/2021-0?.html', '档案/2021-03.html', true],
    ['档案/2021-[01]*.html', '档案/2021-13.html', true],
    ['档案/2021-[!01]*.html', '档案/2021-13.html', false],
    ['档案/*.{txt,html}', '档案/云河.html', true],
    ['档案/{2020*,2021-03}/a.txt', '档案/2020-11/a.txt', true],
    ['档案/(一).txt', '档案/(一).txt', true],
    ['a+b.*', 'aab.txt', false],
    ['./档案/*.txt', '档案/云河.txt', true],
  ];
  it.each(cases)('%s and %s: %s', (pattern, path, matches) => {
    expect(globToRegExp(pattern).test(path)).toBe(matches);
  });
});

describe('globRoot', () => {
  it('is the folder before the first wildcard', () => {
    expect(globRoot('档案/2021/**/*.txt')).toBe('档案/2021');
    expect(globRoot('*.txt')).toBe('.');
    expect(globRoot('/*.txt')).toBe('/');
    expect(globRoot('/data/a*/b.txt')).toBe('/data');
  });
});

it('isGlob tells a pattern from a path', () => {
  expect(isGlob('档案/云河.txt')).toBe(false);
  expect(isGlob('档案/*.txt')).toBe(true);
});
