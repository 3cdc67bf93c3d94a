import type { Span } from '../../text/span.js';

/** 将于3月5日, 拟于明年, 5月1日将举行: what is to come, told by the words right beside a date. */
export function isSaidAhead(text: string, { start, end }: Span): boolean {
  return saysAhead(text, Math.max(0, start - 8), start) || saysAhead(text, end, end + 3);
}

/** 将, 拟, 定于, 预计 or 计划 between the offsets. */
function saysAhead(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === WILL || code === INTENDS) return true;
    if (i + 1 < to && (code === SET || code === FORESEES || code === PLANS) && isAheadPair(text, i)) return true;
  }
  return false;
}

/** 将, 拟 and the first characters of 定于, 预计, 计划. */
const [WILL, INTENDS, SET, FORESEES, PLANS] = [0x5c06, 0x62df, 0x5b9a, 0x9884, 0x8ba1];

function isAheadPair(text: string, offset: number): boolean {
  return text.startsWith('定于', offset) || text.startsWith('预计', offset) || text.startsWith('计划', offset);
}
