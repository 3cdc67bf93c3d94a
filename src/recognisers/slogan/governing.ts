import { CharSet } from '../../text/char-set.js';
import type { Span } from '../../text/span.js';
import { sloganWords } from './words.js';

const ASPECTS = new CharSet('了着过好出为到成在于起');

/** End of the governing word at `offset`, aspect particle included: 实现了; -1 when there is none. */
export function linkEnd(text: string, offset: number, limit: number): number {
  const { governing } = sloganWords();
  if (governing.longestAt(text, offset, limit) === -1) return -1;
  const end = offset + governing.matchLength;
  return end < limit && ASPECTS.has(text.charCodeAt(end)) && governing.longestAt(text, end, limit) === -1
    ? end + 1
    : end;
}

/** End of the chain of governing words that begins at `offset` (突出抓好, 统筹推进了), -1 when none begins there. */
function governingEnd(text: string, offset: number, limit: number): number {
  let at = offset;
  let end = -1;
  while (at < limit) {
    at = linkEnd(text, at, limit);
    if (at === -1) break;
    end = at;
  }
  return end;
}

/** True when the stretch is nothing but governing words: 做到, 优化实施, 扎实推进. */
export function isOnlyGoverning(text: string, span: Span): boolean {
  if (span.start >= span.end) return false;
  return governingEnd(text, span.start, span.end) === span.end;
}
