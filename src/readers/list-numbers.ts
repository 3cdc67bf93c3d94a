const DIGITS = '零一二三四五六七八九';
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 1 to 9999 in Chinese: 十二, 一百零三. */
function writeHan(value: number, digits: string, tens: string): string {
  const units = ['', tens[0] as string, tens[1] as string, tens[2] as string];
  let text = '';
  let isGap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      isGap = text !== '';
      continue;
    }
    text += (isGap ? digits[0] : '') + (digits[digit] as string) + units[power];
    isGap = false;
  }
  return value >= 10 && value < 20 && digits === DIGITS ? text.slice(1) : text;
}

function writeLetters(value: number, first: number): string {
  return String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function writeRoman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, letters] of ROMAN) {
    text += letters.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const circled = (value: number): string => (value <= 20 ? String.fromCharCode(0x245f + value) : String(value));
const han = (value: number): string => writeHan(value, DIGITS, '十百千');

/** Number formats of Word's lists (ECMA-376 17.18.59) that Chinese documents use; any other is written in figures. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: han,
  chineseCountingThousand: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  japaneseCounting: han,
  ideographDigital: (value) =>
    String(value).replace(/\d/g, (digit) => (digit === '0' ? '〇' : (DIGITS[Number(digit)] as string))),
  chineseLegalSimplified: (value) => writeHan(value, FORMAL_DIGITS, '拾佰仟'),
  ideographTraditional: (value) => STEMS[(value - 1) % 10] as string,
  ideographZodiac: (value) => BRANCHES[(value - 1) % 12] as string,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalFullWidth: fullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: (value) => writeLetters(value, 0x41),
  lowerLetter: (value) => writeLetters(value, 0x61),
  upperRoman: (value) => writeRoman(value).toUpperCase(),
  lowerRoman: writeRoman,
  none: () => '',
};

/** A list number as Word shows it: 3 as `chineseCountingThousand` is 三. */
export function writeListNumber(value: number, format: string): string {
  const write = value >= 1 && value <= 9999 ? FORMATS[format] : undefined;
  return write === undefined ? String(value) : write(value);
}
