import { loadConverter } from './converter.js';
import { traditionalTable } from './traditional.js';

export type Script = 'hans' | 'hant' | 'mixed';

/** Below this share of frequent traditional characters a text is simplified and left alone: 雷晋乾 must not become 雷晋干. */
const MIXED_SHARE = 0.01;
const TRADITIONAL_SHARE = 0.08;
/** In a text of a few words one such character says enough: 上個月. */
const SHORT = 12;

/** Tells simplified text from traditional by the share of characters that only the latter has. */
export function readScript(text: string): Script {
  return scriptOf(text, countTraditional(text));
}

/** The script of a text in which so many characters were found that only traditional text has. */
export function scriptOf(text: string, found: number): Script {
  if (found === 0) return 'hans';
  const han = countHan(text, found / MIXED_SHARE + 1);
  if (found < han * MIXED_SHARE || (found === 1 && han > SHORT)) return 'hans';
  return found < han * TRADITIONAL_SHARE ? 'mixed' : 'hant';
}

export function countTraditional(text: string): number {
  const table = traditionalTable();
  let found = 0;
  for (let i = 0; i < text.length; i++) found += table[text.charCodeAt(i)] as number;
  return found;
}

/** Han characters of the text, not counted beyond `enough`. */
function countHan(text: string, enough: number): number {
  let han = 0;
  for (let i = 0; i < text.length && han <= enough; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) han++;
  }
  return han;
}

/** 著 is 着 (承擔著, 著力點) but where it is to write and to be known: 著名, 顯著, 原著. The dictionaries leave it as it is. */
const ASPECT = /(?<![名专原论编译巨遗拙合显卓昭土所撰])著(?!名|作|称|述|者|录|书立|有《)/g;

/**
 * Traditional to simplified characters, phrases first (乾隆 stays), never regional words. The length in UTF-16 code units is kept:
 * the few characters whose simplified form lies outside the basic plane stay as they are.
 */
export function simplify(text: string): string {
  const converted = loadConverter()(text);
  const simplified = converted.includes('著') ? converted.replace(ASPECT, '着') : converted;
  return simplified.length === text.length ? simplified : simplifyKeepingLength(text, simplified);
}

function simplifyKeepingLength(text: string, simplified: string): string {
  const before = [...text];
  const after = [...simplified];
  if (before.length !== after.length) return text;
  return before
    .map((character, i) => ((after[i] as string).length === character.length ? after[i] : character))
    .join('');
}
