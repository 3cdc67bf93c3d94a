import { add, type Decimal, integer, isBelow, readFigure, timesPowerOfTen, toNumber } from './decimal.js';

const LONGEST = 80;

/** Characters that mean the same: full-width, traditional, formal, dialect. */
const SAME: Record<string, string> = {
  萬: '万',
  億: '亿',
  兩: '两',
  倆: '两',
  俩: '两',
  貳: '二',
  參: '三',
  陸: '六',
  負: '负',
  點: '点',
  圓: '元',
  圆: '元',
  個: '个',
  幾: '几',
  餘: '余',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  〇: '零',
  幺: '一',
  双: '两',
  '－': '-',
  '−': '-',
  '％': '%',
  '，': ',',
  '／': '/',
  '．': '.',
  廿: '二十',
  卅: '三十',
};
const DIGIT = '零一二三四五六七八九';

/**
 * Value of one number as Chinese documents write it, the whole string and nothing else.
 *
 * Chinese, formal, Arabic and mixed (三千二百, 壹佰元整, 1,379, １３７９, 3.5万, 5万4千), with 多, 余, 几 (两万多 is 20000), fractions
 * (三分之二, 1/3, 一又二分之一), percentages as numbers (百分之三十 and 30% are 0.3), 成 and 折 (九成 is 0.9), 半 and 倍 left to the caller.
 * Decimal arithmetic is exact: 845.6亿 is 84560000000.
 *
 * @returns null where it is no well-formed number (一百百, 1..5) or its whole part exceeds `Number.MAX_SAFE_INTEGER`
 * @example parseNumber('十万零一千') // 101000
 */
export function parseNumber(text: string): number | null {
  if (text.length > LONGEST) return null;
  const plain = foldNumber(text);
  const isNegative = /^[负-]/.test(plain);
  const value = readUnsigned(isNegative ? plain.slice(1) : plain);
  if (value === null) return null;
  return isNegative && value !== 0 ? -value : value;
}

function foldNumber(text: string): string {
  let plain = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff5a && SAME[character] === undefined) plain += String.fromCharCode(code - 0xfee0);
    else if (!/[\s\u3000]/.test(character)) plain += SAME[character] ?? character;
    else if (/\d/.test(plain.slice(-1))) plain += ' ';
  }
  return plain.replace(/ (?!\d+\/)/g, '').trim();
}

function readUnsigned(text: string): number | null {
  return readShare(text) ?? readFraction(text) ?? readMoney(text) ?? exact(readAmount(text));
}

function exact(value: Decimal | null): number | null {
  return value === null ? null : toNumber(value);
}

/** 30%, 5‰, 百分之三十, 75个百分点, 九成, 六点五折. */
function readShare(text: string): number | null {
  const parts = /^(百万|千万|百|千|万)分之(.+)$/.exec(text);
  if (parts !== null) return scaled(parts[2] as string, -zeros(parts[1] as string));
  const match = /^(.+?)(%|‰|个百分点|百分点|成|折)([半一二三四五六七八九]?)$/.exec(text);
  if (match === null) return null;
  const body =
    match[1] === '半' ? '0.5' : `${match[1]}${match[3] === '' ? '' : `点${match[3] === '半' ? '五' : match[3]}`}`;
  if (match[2] === '‰') return scaled(body, -3);
  if (match[2] === '成' || match[2] === '折') return tenths(body);
  return scaled(body, -2);
}

/** 九成 is 0.9, 75折 and 七五折 are 0.75. */
function tenths(text: string): number | null {
  const isTwoFigures = /^(?:\d{2}|[一二三四五六七八九]{2})$/.test(text) && text !== '10';
  return isTwoFigures ? exact(timesPowerOfTen(readDigits([...text].map(toHanDigit)), -2)) : scaled(text, -1);
}

function toHanDigit(digit: string): string {
  return /\d/.test(digit) ? (DIGIT[Number(digit)] as string) : digit;
}

function scaled(text: string, power: number): number | null {
  const value = readAmount(text);
  return value === null ? null : toNumber(timesPowerOfTen(value, power));
}

function zeros(scales: string): number {
  let power = 0;
  for (const scale of scales) power += POWERS[scale] as number;
  return power;
}

/** 三分之二, 一又二分之一, 3/5, 1 3/5. */
function readFraction(text: string): number | null {
  const match = /^(?:(.+?)又)?(.+?)分之(负?)(.+)$/.exec(text);
  if (match !== null) {
    const value = quotient(match[1], match[4] as string, match[2] as string);
    return value !== null && match[3] === '负' ? -value : value;
  }
  const slash = /^(?:(\d+) )?(\d+)\/(\d+)$/.exec(text);
  return slash === null ? null : quotient(slash[1], slash[2] as string, slash[3] as string);
}

function quotient(whole: string | undefined, above: string, below: string): number | null {
  const parts = [whole ?? '零', above, below].map((part) => exact(readAmount(part)));
  const [base, numerator, denominator] = parts;
  if (base == null || numerator == null || denominator == null || denominator === 0) return null;
  return base + numerator / denominator;
}

/** 壹拾壹元整, 九千六百六十五元一角八分. */
function readMoney(text: string): number | null {
  const match = /^(.+?)元(?:(.)角)?(?:(.)分)?[整正]?$/.exec(text);
  if (match === null) return null;
  const yuan = readAmount(match[1] as string);
  const [jiao, fen] = [DIGIT.indexOf(match[2] ?? '零'), DIGIT.indexOf(match[3] ?? '零')];
  if (yuan === null || jiao < 0 || fen < 0) return null;
  return toNumber(add(yuan, { digits: BigInt(jiao * 10 + fen), places: 2 }));
}

/** A whole or decimal amount without sign, unit or share. */
function readAmount(text: string): Decimal | null {
  const body = text
    .replace(/k$/i, '千')
    .replace(/m$/i, '百万')
    .replace(/(?<=[十百千万亿零\d])[多余几来](?=[十百千万亿]|$)/g, '')
    .replace(/零(?=[万亿])/g, '');
  if (body === '') return null;
  if (body === '半') return { digits: 5n, places: 1 };
  if (body.startsWith('半')) return halved(body.slice(1));
  const point = body.indexOf('点');
  if (point < 0) return readWhole(body);
  return readPoint(body.slice(0, point), body.slice(point + 1));
}

function halved(scale: string): Decimal | null {
  const power = POWERS[scale];
  return power === undefined ? null : timesPowerOfTen({ digits: 5n, places: 1 }, power);
}

/** 三点五万: the scale behind the decimals multiplies all. */
function readPoint(before: string, behind: string): Decimal | null {
  const match = /^([零一二三四五六七八九\d]+)([十百千万亿]*)$/.exec(behind);
  const whole = before === '' ? null : readWhole(before);
  if (match === null || whole === null) return null;
  const decimals = [...(match[1] as string)]
    .map((digit) => (DIGIT.includes(digit) ? DIGIT.indexOf(digit) : digit))
    .join('');
  return timesPowerOfTen(add(whole, { digits: BigInt(decimals), places: decimals.length }), zeros(match[2] as string));
}

const POWERS: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12 };

function readWhole(text: string): Decimal | null {
  if (/^[\d.,]+(?:e[+-]?\d+)?$/i.test(text)) return readFigure(text);
  const digits = [...text];
  if (digits.every((digit) => DIGIT.includes(digit) || digit === '两'))
    return isRepeated(digits) ? null : readDigits(digits);
  return readScaled(text);
}

/** 一一 is no number. */
function isRepeated(digits: readonly string[]): boolean {
  return digits.length === 2 && digits[0] === digits[1] && digits[0] !== '零';
}

/** 二零零二, 零零三: read one by one. */
function readDigits(digits: readonly string[]): Decimal {
  return { digits: BigInt(digits.map(digitValue).join('')), places: 0 };
}

function digitValue(digit: string): number {
  return digit === '两' ? 2 : DIGIT.indexOf(digit);
}

/** Splits at the largest scale: what stands before multiplies it, what stands behind is added. */
function readScaled(text: string): Decimal | null {
  for (const scale of ['兆', '亿', '万', '千', '百', '十']) {
    const at = text.lastIndexOf(scale);
    if (at >= 0) return joinAtScale(text.slice(0, at), POWERS[scale] as number, text.slice(at + 1));
  }
  return readTail(text);
}

function joinAtScale(before: string, power: number, behind: string): Decimal | null {
  const factor = readFactor(before, power);
  if (factor === null) return null;
  const scaledFactor = timesPowerOfTen(factor, power);
  if (behind === '') return scaledFactor;
  const rest = readRest(behind, power);
  if (rest === null || !isBelow(rest, power) || factor.places > 0) return null;
  return add(scaledFactor, rest);
}

/** 十五 needs no 一; 百百 and 五十千 are none. A factor of a small scale is one figure. */
function readFactor(before: string, power: number): Decimal | null {
  const text = before.replace(/^零+(?=.)/, '');
  if (text === '') return integer(1);
  if (text === '零') return power === 1 ? integer(1) : null;
  if (/^[\d.,]+$/.test(text)) return readFigure(text);
  const factor = readScaled(text);
  if (factor === null) return null;
  return power >= 4 || isBelow(factor, 1) ? factor : null;
}

/** Behind a scale: 零五 is 5, a lone 五 is five of the next smaller scale (两千五), 4千6百 goes on. */
function readRest(text: string, power: number): Decimal | null {
  const isLoneDigit = text.length === 1 && power > 1 && DIGIT.includes(text);
  if (isLoneDigit) return timesPowerOfTen(integer(DIGIT.indexOf(text)), power - 1);
  return readScaled(text.replace(/^零+/, ''));
}

function readTail(text: string): Decimal | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return readFigure(text);
  if (text.length === 1 && (DIGIT.includes(text) || text === '两')) return integer(digitValue(text));
  return null;
}
