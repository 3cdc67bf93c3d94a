const HAN_DIGITS = '〇一二三四五六七八九';

/** 2021-03-05, 2021.3.5, 2021/3/5, 2021年3月5日, 二〇二一年三月五日, with blanks between. */
const FULL_DATE =
  /(?:(\d{4})\s*(?:[-./]|年)\s*(\d{1,2})\s*(?:[-./]|月)\s*(\d{1,2})(?!\d)\s*日?|([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日)/;

export interface FullDate {
  /** ISO 8601 calendar date */
  iso: string;
  start: number;
  end: number;
}

/** The first date of the text that names year, month and day; null when there is none or it is not on the calendar. */
export function readFullDate(text: string): FullDate | null {
  const match = mayHoldDate(text) ? FULL_DATE.exec(text) : null;
  if (match === null) return null;
  const [year, month, day] = match[1] !== undefined ? match.slice(1, 4).map(Number) : match.slice(4, 7).map(hanValue);
  const iso = isoDate(year ?? 0, month ?? 0, day ?? 0);
  return iso === null ? null : { iso, start: match.index, end: match.index + match[0].length };
}

/** Most lines have neither 年 nor a figure of four places and need no closer look. */
function mayHoldDate(text: string): boolean {
  if (text.includes('年')) return true;
  let digits = 0;
  for (let i = 0; i < text.length && digits < 4; i++) {
    const code = text.charCodeAt(i);
    digits = code >= 0x30 && code <= 0x39 ? digits + 1 : 0;
  }
  return digits === 4;
}

/** 二〇二一 is read digit by digit, 二十七 by its ten. */
function hanValue(text: string | undefined): number {
  const digits = (text ?? '').replace(/[○零]/g, '〇');
  if (!digits.includes('十')) return Number([...digits].map((digit) => HAN_DIGITS.indexOf(digit)).join(''));
  const [tens = '', ones = ''] = digits.split('十');
  return 10 * (tens === '' ? 1 : HAN_DIGITS.indexOf(tens)) + (ones === '' ? 0 : HAN_DIGITS.indexOf(ones));
}

/** ISO form of a day that exists; null for 2021年2月30日 and for years no document of the genre carries. */
export function isoDate(year: number, month: number, day: number): string | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const length = lengths[month - 1];
  if (length === undefined || day < 1 || day > length || year < 1900 || year > 2100) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
