import { CharSet } from '../../text/char-set.js';
import { type Duration, durationExpression, type Expression, vagueExpression } from './expression.js';
import { matchPointInYear } from './match-point.js';
import { matchRange } from './match-range.js';
import { type Scan, wordAt } from './scan.js';

/** Words that a length begins with: 过去五年, 今后一年. 近 is left outside, since it also says 'nearly': 近30天. */
const LEADS = ['接下来的', '过去的', '最近', '过去', '未来', '今后', '这', '头'];
const LAST_OF_LEADS = new CharSet('的近去来后这头');
const [EACH, EVERY_OTHER] = ['每', '隔'].map((character) => character.charCodeAt(0));

/** 连续 is no part of the expression; 每 makes it a set. */
export function lengthExpression(scan: Scan, duration: Duration, floor: number): Expression | null {
  const { start, end } = duration;
  const each = eachBefore(scan, start);
  if (each < start && each >= floor) return vagueExpression(each, end, 'set');
  const distance = matchDistance(scan, duration);
  if (distance !== null) return distance;
  const sign = start - 1 >= floor ? stretchSign(scan, start - 1) : 0;
  if (sign !== 0)
    return { start: start - 1, end, isSince: false, isApproximate: false, kind: 'stretch', duration, sign };
  const lead = LAST_OF_LEADS.has(scan.code(start - 1)) ? (wordBefore(scan, start, LEADS) ?? '') : '';
  const isOwn = start - lead.length >= floor;
  const isApproximate = duration.isApproximate || isAbout(scan, start);
  return durationExpression(duration, isOwn ? start - lead.length : start, isApproximate);
}

/** Where 每 or 每隔 before a length begins; `start` where none stands. */
function eachBefore(scan: Scan, start: number): number {
  const before = scan.code(start - 1);
  if (before === EACH) return start - 1;
  return before === EVERY_OTHER && scan.code(start - 2) === EACH ? start - 2 : start;
}

/** The first of the words that ends at `offset`. */
function wordBefore(scan: Scan, offset: number, words: readonly string[]): string | null {
  for (const word of words) if (scan.text.startsWith(word, offset - word.length)) return word;
  return null;
}

/** Words that count whole units from the anchor: 前两年, 下三周. */
const [UPPER, BEFORE, LOWER, AFTER] = [...'上前下后'].map((character) => character.charCodeAt(0));

function stretchSign(scan: Scan, offset: number): -1 | 0 | 1 {
  const code = scan.code(offset);
  if (code !== UPPER && code !== BEFORE && code !== LOWER && code !== AFTER) return 0;
  if (isInsideWord(scan, offset)) return 0;
  return code === UPPER || code === BEFORE ? -1 : 1;
}

/** 学前一年, 提前两周, 期间下三周: 前 belongs to the word before. */
function isInsideWord(scan: Scan, start: number): boolean {
  const before = scan.char(start - 1);
  return /[\u4e00-\u9fff]/.test(before) && !'在于比较与和'.includes(before);
}

const LAST_OF_ABOUT = new CharSet('约近');

/** 约, 近, 大约, 将近. */
function isAbout(scan: Scan, start: number): boolean {
  return LAST_OF_ABOUT.has(scan.code(start - 1));
}

/** First characters of 前, 以后 and the like. */
const FIRST_OF_DISTANCE = new CharSet('以之前后');

/** 五年前, 三天后; 5年前的12月4日 is a point in the year so far away. */
function matchDistance(scan: Scan, duration: Duration): Expression | null {
  if (!FIRST_OF_DISTANCE.has(scan.code(duration.end))) return null;
  const word = wordAt(scan.text, duration.end, ['以前', '之前', '之后', '以后', '前', '后']);
  if (word === null || isNoDistance(scan, duration, word)) return null;
  const end = duration.end + word.length;
  const sign = word.includes('前') ? -1 : 1;
  if (duration.unit === 'year' && duration.count !== null && scan.char(end) === '的') {
    const point = matchPointInYear(scan, duration.start, { base: 'anchor', value: sign * duration.count }, end);
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
