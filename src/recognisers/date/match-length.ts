import { type Duration, durationExpression, type Expression, vagueExpression } from './expression.js';
import { matchPoint } from './match-point.js';
import { matchRange } from './match-range.js';
import { type Scan, wordAt } from './scan.js';

/** Words that a length begins with: 过去五年, 今后一年. 近 is left outside, since it also says 'nearly': 近30天. */
const LEADS = ['接下来的', '过去的', '最近', '过去', '未来', '今后', '这', '头'];
/** Words that count whole units from the anchor: 前两年, 下三周. */
const STRETCHES: Record<string, 1 | -1> = { 上: -1, 前: -1, 下: 1, 后: 1 };

/** 连续 is no part of the expression; 每 makes it a set. */
export function lengthExpression(scan: Scan, duration: Duration, floor: number): Expression | null {
  const { start } = duration;
  const each = wordBefore(scan, start, ['每', '每隔']);
  if (each !== null && start - each.length >= floor) return vagueExpression(start - each.length, duration.end, 'set');
  const distance = matchDistance(scan, duration);
  if (distance !== null) return distance;
  const sign = STRETCHES[scan.char(start - 1)];
  if (sign !== undefined && start - 1 >= floor && !isInsideWord(scan, start - 1)) {
    const { end } = duration;
    return { start: start - 1, end, isSince: false, isApproximate: false, kind: 'stretch', duration, sign };
  }
  const lead = wordBefore(scan, start, LEADS) ?? '';
  const isOwn = lead !== '' && start - lead.length >= floor;
  const isApproximate = duration.isApproximate || isAbout(scan, start);
  return durationExpression(duration, isOwn ? start - lead.length : start, isApproximate);
}

/** The first of the words that ends at `offset`. */
function wordBefore(scan: Scan, offset: number, words: readonly string[]): string | null {
  for (const word of words) if (scan.text.startsWith(word, offset - word.length)) return word;
  return null;
}

/** 学前一年, 提前两周, 期间下三周: 前 belongs to the word before. */
function isInsideWord(scan: Scan, start: number): boolean {
  const before = scan.char(start - 1);
  return /[\u4e00-\u9fff]/.test(before) && !'在于比较与和'.includes(before);
}

function isAbout(scan: Scan, start: number): boolean {
  return (
    wordAt(scan.text, start - 2, ['大约', '将近', '接近']) !== null || '约近'.includes(scan.char(start - 1) || '\n')
  );
}

/** 五年前, 三天后; 5年前的12月4日 is a point in the year so far away. */
function matchDistance(scan: Scan, duration: Duration): Expression | null {
  const word = wordAt(scan.text, duration.end, ['以前', '之前', '之后', '以后', '前', '后']);
  if (word === null || isNoDistance(scan, duration, word)) return null;
  const end = duration.end + word.length;
  const sign = word.includes('前') ? -1 : 1;
  if (duration.unit === 'year' && duration.count !== null && scan.char(end) === '的') {
    const point = matchPoint(scan, duration.start, { ref: { base: 'anchor', value: sign * duration.count }, end });
    if (point !== null && point.month !== null) return matchRange(scan, point);
  }
  return { start: duration.start, end, isSince: false, isApproximate: false, kind: 'distance', duration, sign };
}

function isNoDistance(scan: Scan, duration: Duration, word: string): boolean {
  if (duration.end > duration.start && /[内来右]$/.test(scan.text.slice(duration.start, duration.end))) return true;
  const next = scan.char(duration.end + word.length) || '\n';
  if (word === '前') return '后往进沿列三四'.includes(next);
  return word === '后' && '续勤备方台'.includes(next);
}
