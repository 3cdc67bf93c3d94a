import { expect, it } from 'vitest';
import { displayWidth, fitWidth, padWidth } from '../../src/sinks/display-width.js';

it.each([
  ['四个意识', 8],
  ['1,379 件', 8],
  ['“四风”', 6],
  ['𠮷', 2],
  ['é', 1],
  ['ｅ', 2],
  ['习\u200b近', 4],
])('%s takes its columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it('cuts between characters and says so', () => {
  expect(fitWidth('政治意识、大局意识', 9)).toBe('政治意识…');
  expect(fitWidth('政治意识', 8)).toBe('政治意识');
});

it('fills up by columns, not by characters', () => {
  expect(padWidth('四风', 6)).toBe('四风  ');
  expect(padWidth('四个意识', 6)).toBe('四个意识');
});
