import { CharSet } from '../../text/char-set.js';
import { Sign } from './signs.js';
import { type Approximation, type ApproximationEntry, wordTables } from './word-tables.js';

const LONGEST = 4;
const ASPECT = '了'.charCodeAt(0);
/** 上百人, 成百上千: 上 and 成 say something only before a bare scale. */
const BARE_SCALE = new CharSet('十百千万亿');

/** The word of approximation that ends at `offset`: 约, 超过, 不少于. 近 in 附近 is none. */
export function approximationBefore(
  text: string,
  offset: number,
): { approximation: Approximation; start: number } | null {
  const { before, beforeEntries, signs } = wordTables();
  const from = text.charCodeAt(offset - 1) === ASPECT ? offset - 1 : offset;
  if (((signs[text.charCodeAt(from - 1)] ?? 0) & Sign.endsApproximation) === 0) return null;
  let shortest = Math.max(0, from - LONGEST);
  for (;;) {
    const index = before.longestBefore(text, from, shortest);
    if (index === -1) return null;
    const start = from - before.matchLength;
    const entry = beforeEntries[index] as ApproximationEntry;
    const isBlocked = entry.notAfter.includes(text.charAt(start - 1) || '\n');
    if (!isBlocked && (entry.place !== 'bare' || BARE_SCALE.has(text.charCodeAt(offset))))
      return { approximation: entry.approximation, start };
    shortest = start + 1;
  }
}

/** The word of approximation that begins at `offset`: 左右, 以上, 或以上. */
export function approximationAfter(text: string, offset: number): { approximation: Approximation; end: number } | null {
  const { after, signs } = wordTables();
  if (((signs[text.charCodeAt(offset)] ?? 0) & Sign.startsApproximation) === 0) return null;
  for (let length = LONGEST - 1; length > 0; length--) {
    const word = text.slice(offset, offset + length);
    const approximation = after.get(word);
    if (approximation === undefined || word.length !== length) continue;
    if (length === 1 && !isWordEnd(text, offset + 1)) continue;
    return { approximation, end: offset + length };
  }
  return null;
}

/** 三倍多 and 六成强 end there; 三倍多次 does not. */
function isWordEnd(text: string, offset: number): boolean {
  return /^(?:[，。；、：！？）”\n的]|$)/.test(text.charAt(offset));
}
