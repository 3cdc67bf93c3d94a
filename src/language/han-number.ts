const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  双: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const BIG: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/**
 * Value of a Chinese numeral: 三百二十 → 320, 十万零一千 → 101000, 二〇二一 → 2021, 两万五 → 25000.
 * null where it is malformed (一百百) or names no one number (三四十).
 */
export function hanNumber(numeral: string): number | null {
  if (numeral === '' || numeral.length > 30) return null;
  if (numeral.length === 1) return DIGITS[numeral] ?? positional(numeral);
  if (/^[〇零一二两三四五六七八九]+$/.test(numeral)) return digitString(numeral);
  return positional(numeral);
}

/** 二〇二一, 一二三: figures read one by one. 三四 without a scale is two neighbours, not thirty-four, but both are read alike. */
function digitString(numeral: string): number | null {
  let value = 0;
  for (const character of numeral) value = value * 10 + (DIGITS[character] as number);
  return value <= Number.MAX_SAFE_INTEGER ? value : null;
}

function positional(numeral: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastSmall = Infinity;
  let lastBig = Infinity;
  let lastScale = 1;
  let sawZero = false;
  for (const character of numeral) {
    const small = SMALL[character];
    const big = BIG[character];
    if (small !== undefined) {
      if (small >= lastSmall) return null;
      section += (digit ?? 1) * small;
      lastSmall = small;
      lastScale = small;
      digit = null;
      sawZero = false;
    } else if (big !== undefined) {
      const whole: number = section + (digit ?? 0);
      if (big >= lastBig) {
        total = (total + whole) * big;
      } else total += (whole === 0 ? 1 : whole) * big;
      lastBig = big;
      lastScale = big;
      section = 0;
      digit = null;
      lastSmall = Infinity;
      sawZero = false;
    } else {
      const value = DIGITS[character];
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
      sawZero ||= value === 0;
    }
  }
  const isShortened = digit !== null && digit > 0 && !sawZero && lastScale >= 100;
  const value = total + section + (digit ?? 0) * (isShortened ? lastScale / 10 : 1);
  return value <= Number.MAX_SAFE_INTEGER ? value : null;
}
