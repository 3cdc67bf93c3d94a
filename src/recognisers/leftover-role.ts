import countedNouns from '../../corpus/counted-nouns.json';
import type { Numeral, NumeralRole } from '../language/numerals.js';
import { WordTrie } from '../lexicon/word-trie.js';
import { CharClass, classAt } from '../text/char-class.js';
import { readUnit } from './statistic/unit.js';

/**
 * What a numeral was that no recogniser made a record of, told by the characters that touch it. A count that is too small or too vague
 * for a record (一批, 三国, 十几个) is still a count; 第三 and 二十届 are ordinals; the 一 of 齐聚一堂 and the 零 of 零售 count nothing.
 */
export function leftoverRole(text: string, numeral: Numeral): NumeralRole {
  if (touchesLatin(text, numeral) || isSelection(text, numeral)) return 'name';
  if (isOrdinal(text, numeral)) return 'ordinal';
  if (isPeriod(text, numeral)) return 'date';
  if (isCount(text, numeral)) return 'statistic';
  if (isLexical(text, numeral)) return 'idiom';
  return isName(text, numeral) ? 'name' : 'unknown';
}

/** 5G, T2, A1至A10. */
function touchesLatin(text: string, { start, end }: Numeral): boolean {
  return classAt(text, start - 1) === CharClass.latin || classAt(text, end) === CharClass.latin;
}

/** 世界500强, 90后: chosen or born, not counted. */
function isSelection(text: string, { end, form }: Numeral): boolean {
  return form === 'digits' && matchesAt(/强(?![度制化调烈])|后(?![期续来天面，])/y, text, end);
}

/** Behind a numeral that says which: 二十届, 二次会议, 三中全会, 二世, 二号, 一期, 一级, 3.0版. */
const ORDINAL_ENDS =
  /届|次(?:全体|代表|执委|理事)?(?:[会全]|大会|会晤|集体学习)|中全会|世(?![纪界代])|号|期(?![间限望末待货])|[级等](?![于候待别])|线城市|版(?![权图块])|审|读/y;
/** In front of one: 第三, 初一, 腊八, 星期三, 其三. */
const ORDINAL_LEAD = /(?:第|[年月]初|正月|腊月?|星期|周|附件|[图表其])$/;

function isOrdinal(text: string, numeral: Numeral): boolean {
  if (ORDINAL_LEAD.test(text.slice(Math.max(0, numeral.start - 2), numeral.start))) return true;
  return matchesAt(ORDINAL_ENDS, text, numeral.end) || isCongress(text, numeral);
}

/** 党的十九大, 工会十八大: congresses in common use are counted past ten; 十大品牌 is a set. */
function isCongress(text: string, { value, end, form }: Numeral): boolean {
  return form === 'han' && value !== null && value > 10 && value < 40 && text.charAt(end) === '大';
}

/** 治本攻坚三年行动, 连续奋战4天3夜: a stretch of time that is part of a name or of another expression. */
const PERIOD = /(?:多|余)?(?:年|个?月|天|夜|日|周|小时|分钟?|秒|时|载)/y;

function isPeriod(text: string, { end, value }: Numeral): boolean {
  return value !== null && value !== 1 && matchesAt(PERIOD, text, end);
}

let nouns: WordTrie | null = null;

/** 三国, 四部门: nouns that are counted without a measure word. */
function isCountedNoun(text: string, offset: number): boolean {
  nouns ??= new WordTrie(countedNouns.map((entry) => entry.form));
  return nouns.longestAt(text, offset, offset + 4) !== -1;
}

function isCount(text: string, { end, form, value }: Numeral): boolean {
  if (form === 'letter') return false;
  const at = '多余来几'.includes(text.charAt(end) || '\n') ? end + 1 : end;
  if (readUnit(text, at) !== null || isCountedNoun(text, at)) return true;
  if (form === 'digits') return value !== null && isPlainFigure(text, end, value);
  return text.charAt(end) === '大' && value !== null && value > 1;
}

/** 16城市开展试点, 7比2, 4×5公里: a small figure right before what it counts or is measured with. */
function isPlainFigure(text: string, end: number, value: number): boolean {
  return (value <= 100 && classAt(text, end) === CharClass.han) || '×＊*∶:：'.includes(text.charAt(end) || '\n');
}

/** A lone 一, 零, 双, 几 or power of ten before no measure word is part of a word: 零售, 双控, 万企兴万村, 动态清零. */
function isLexical(text: string, { start, end, form }: Numeral): boolean {
  return (form === 'han' || form === 'vague') && /^(?:[一零双两几]|[十百千万亿]{1,3})$/.test(text.slice(start, end));
}

/** 2018中国论坛, “净网2018”: figures that stand in names. */
function isName(text: string, { start, end, form, value }: Numeral): boolean {
  if (form === 'digits' && value !== null && /^(?:19|20)\d\d$/.test(text.slice(start, end))) return true;
  return classAt(text, start - 1) === CharClass.han && '”’》】）'.includes(text.charAt(end) || '\n');
}

function matchesAt(shape: RegExp, text: string, offset: number): boolean {
  shape.lastIndex = offset;
  return shape.test(text);
}
