/** 〇 is 1 in the table and 九 10, so that 0 is no numeral; from 11 on 十, 百, 千, from 14 on 万, 亿. */
const FIRST_SMALL = 11;
const FIRST_BIG = 14;
const DIGITS = ['〇零', '一壹', '二贰两双', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const SCALES = ['十拾', '百佰', '千仟', '万', '亿'];
const SCALE_VALUES = [10, 100, 1000, 1e4, 1e8];

let parts: Uint8Array | null = null;

function hanParts(): Uint8Array {
  if (parts !== null) return parts;
  const table = new Uint8Array(65536);
  [...DIGITS, ...SCALES].forEach((characters, i) => {
    for (const character of characters) table[character.charCodeAt(0)] = i + 1;
  });
  parts = table;
  return table;
}

/** Value of one character: 三 → 3, 百 → 100; null for any other. Takes its UTF-16 code unit. */
export function hanValue(code: number): number | null {
  const part = hanParts()[code | 0] as number;
  if (part === 0) return null;
  return part < FIRST_SMALL ? part - 1 : (SCALE_VALUES[part - FIRST_SMALL] as number);
}

/**
 * Value of a Chinese numeral: 三百二十 → 320, 十万零一千 → 101000, 二〇二一 → 2021, 两万五 → 25000.
 * null where it is malformed (一百百) or names no one number (三四十).
 */
export function hanNumber(numeral: string): number | null {
  if (numeral === '' || numeral.length > 30) return null;
  if (numeral.length === 1) return hanValue(numeral.charCodeAt(0));
  const table = hanParts();
  for (let i = 0; i < numeral.length; i++) {
    const part = table[numeral.charCodeAt(i)] as number;
    if (part === 0) return null;
    if (part >= FIRST_SMALL || FORMAL.includes(numeral.charAt(i))) return positional(numeral, table);
  }
  return digitString(numeral, table);
}

/** Figures of forms and cheques, and 双, are not read one by one. */
const FORMAL = '双壹贰叁肆伍陆柒捌玖';

/** 二〇二一, 一二三: figures read one by one. 三四 without a scale is two neighbours, not thirty-four, but both are read alike. */
function digitString(numeral: string, table: Uint8Array): number | null {
  let value = 0;
  for (let i = 0; i < numeral.length; i++) value = value * 10 + (table[numeral.charCodeAt(i)] as number) - 1;
  return value <= Number.MAX_SAFE_INTEGER ? value : null;
}

function positional(numeral: string, table: Uint8Array): number | null {
  let total = 0;
  let section = 0;
  /** -1: none read */
  let digit = -1;
  let lastSmall = Infinity;
  let lastBig = Infinity;
  let lastScale = 1;
  let sawZero = false;
  for (let i = 0; i < numeral.length; i++) {
    const part = table[numeral.charCodeAt(i)] as number;
    if (part === 0) return null;
    if (part < FIRST_SMALL) {
      if (digit > 0) return null;
      digit = part - 1;
      sawZero ||= digit === 0;
      continue;
    }
    const scale = SCALE_VALUES[part - FIRST_SMALL] as number;
    if (part < FIRST_BIG) {
      if (scale >= lastSmall) return null;
      section += (digit === -1 ? 1 : digit) * scale;
      lastSmall = scale;
    } else {
      const whole = section + Math.max(digit, 0);
      if (scale >= lastBig) total = (total + whole) * scale;
      else total += (whole === 0 ? 1 : whole) * scale;
      lastBig = scale;
      section = 0;
      lastSmall = Infinity;
    }
    lastScale = scale;
    digit = -1;
    sawZero = false;
  }
  const isShortened = digit > 0 && !sawZero && lastScale >= 100;
  const value = total + section + Math.max(digit, 0) * (isShortened ? lastScale / 10 : 1);
  return value <= Number.MAX_SAFE_INTEGER ? value : null;
}
