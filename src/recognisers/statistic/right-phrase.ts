import { CharSet } from '../../text/char-set.js';
import type { Span } from '../../text/span.js';
import { hasRole, type Word } from './clause.js';
import type { LeftReading } from './left-phrase.js';
import { Role } from './role.js';

/** What stands behind a figure. `noun`: 名政法干警; `verb`: 件已办结, 人参加会议. */
export interface RightReading extends Span {
  isNoun: boolean;
  /** 的 stands between: 100亿元的信用贷款 */
  isAfterOf: boolean;
  /** the figure measures it: 200米长的板凳龙 */
  isMeasured: boolean;
}

const VERBS = Role.lightVerb | Role.tellingVerb | Role.changeVerb | Role.stop;
const STOPS =
  VERBS |
  Role.adverb |
  Role.preposition |
  Role.connective |
  Role.level |
  Role.approximation |
  Role.compare |
  Role.aspect |
  Role.time |
  Role.mark |
  Role.base;
/** 由500余场增加至800场, 13.3%，比上年: what leads to the next figure says nothing of this one. */
const LEADS_ON =
  Role.level | Role.changeVerb | Role.base | Role.compare | Role.approximation | Role.connective | Role.mark;
const JOINS = Role.pause | Role.conjunction;
const LONGEST_VERB_PHRASE = 16;
/** A verb behind these counts what people did, not a noun: 80余人参加会议, 3次听取汇报. */
const OF_DEEDS = new Set(['人', '次', '人次', '回', '遍', '余人', '户次', '趟']);
/** And behind these stands what was written, verb or not: 两份报告没有提到…, 三篇评论认为…. */
const OF_WRITINGS = new Set(['份', '篇', '部', '封', '册', '幅', '首']);

/** The noun phrase behind the measure word, else the verb phrase; null where the clause ends there. */
export function readRight(
  text: string,
  words: readonly Word[],
  unit: string,
  position: LeftReading['position'],
): RightReading | null {
  const isAfterOf = hasRole(words[0], Role.of);
  const from = skipBracket(text, words, isAfterOf ? 1 : 0);
  const first = words[from];
  if (first === undefined || hasRole(first, Role.mark | Role.of) || saysNothing(text, first)) return null;
  if (hasRole(first, JOINS) && !isAccompanied(text, words, from)) return null;
  const isObject = position === 'object';
  const measured = dimensionHead(text, words, from);
  const head = measured ?? relativeHead(text, words, from);
  if (head !== null) return nounFrom(text, words, head, isAfterOf, isObject, measured !== null);
  const isNoun =
    !hasRole(first, STOPS) ||
    (OF_WRITINGS.has(unit) && hasRole(first, VERBS)) ||
    isModifyingVerb(words, from, unit, isObject) ||
    isDeedNoun(words, from, isAfterOf);
  if (isNoun) return nounFrom(text, words, from, isAfterOf, isObject);
  return hasRole(first, LEADS_ON) && !hasRole(first, Role.lightVerb) ? null : verbPhrase(text, words, from, isAfterOf);
}

/** 亿粒（尾）, 亿元（人民币）, 亿元人民币: what explains the unit is not what is counted. */
function skipBracket(text: string, words: readonly Word[], from: number): number {
  const first = words[from];
  if (first === undefined || first.roles !== Role.plain) return from;
  const isNote =
    text[first.start] === '（' || (first.end - first.start === 3 && text.startsWith('人民币', first.start));
  return isNote ? from + 1 : from;
}

/** 投入12亿元实施改造: behind money a verb says what it is for. */
const MONEY = /[元币]$/;

/** 新增项目, 挂牌督战县: a verb right before a noun modifies it, behind a measure word of things. */
function isModifyingVerb(words: readonly Word[], i: number, unit: string, isObject: boolean): boolean {
  if (!hasRole(words[i], VERBS) || words[i + 1]?.roles !== Role.plain) return false;
  const isPurpose = MONEY.test(unit) && !hasRole(words[i - 1], Role.of);
  return !isPurpose && (isObject || !OF_DEEDS.has(unit));
}

/** 数百亿美元的援助: behind 的, a verb that ends the clause and could be a noun is one. */
function isDeedNoun(words: readonly Word[], i: number, isAfterOf: boolean): boolean {
  return isAfterOf && i === words.length - 1 && hasRole(words[i], Role.nominal);
}

/** 60余个与人工智能相关的平台: 与 begins a modifier where 相关的 or 有关的 ends it. */
function isAccompanied(text: string, words: readonly Word[], from: number): boolean {
  if (text[(words[from] as Word).start] !== '与') return false;
  return words.some((word, i) => i > from && hasRole(word, Role.of) && text.charAt(word.start - 1) === '关');
}

const PLACES = new CharSet('中外内里上下前后间');
const AVERAGED = new CharSet('户人年月日亩');

/** 突破2万亿大关; 脱贫户8600户户均增收: 户均 and 人均 begin what is said next. */
function saysNothing(text: string, { start, end }: Word): boolean {
  // 在这28人中, 70公里外: a place alone
  if (end - start === 1 && PLACES.has(text.charCodeAt(start))) return true;
  if (text.startsWith('大关', start) || text.startsWith('关口', start)) return true;
  return text[start + 1] === '均' && AVERAGED.has(text.charCodeAt(start));
}

const DIMENSIONS = new CharSet('长宽高深重厚远');

/** 14公里长的隧道: the adjective says which measure, the head what is measured. */
function dimensionHead(text: string, words: readonly Word[], from: number): number | null {
  const first = words[from] as Word;
  const isAdjective = first.end - first.start === 1 && DIMENSIONS.has(text.charCodeAt(first.start));
  return isAdjective && hasRole(words[from + 1], Role.of) && from + 2 < words.length ? from + 2 : null;
}

/** 40名政治素质高、业务能力强的干部, 248条有案不立的问题: the head stands behind 的. Index of its first word. */
function relativeHead(text: string, words: readonly Word[], from: number): number | null {
  let of = from + 1;
  while (of < words.length && !hasRole(words[of], Role.of)) of++;
  if (of + 1 >= words.length) return null;
  const startsWithVerb = hasRole(words[from], STOPS | Role.conjunction) && !hasRole(words[from], Role.nominal);
  let pauses = 0;
  let isPlain = true;
  for (let i = from; i < of; i++) {
    if (hasRole(words[i], Role.pause)) pauses++;
    if (hasRole(words[i], STOPS)) isPlain = false;
  }
  const isAdjectival =
    pauses > 1 || (isPlain && (pauses > 0 || ADJECTIVE_END.has(text.charCodeAt((words[of] as Word).start - 1))));
  return startsWithVerb || isAdjectival ? of + 1 : null;
}

const ADJECTIVE_END = new CharSet('高强严好大多少优低新硬深广重力美丽');

function nounFrom(
  text: string,
  words: readonly Word[],
  from: number,
  isAfterOf: boolean,
  isObject: boolean,
  isMeasured = false,
): RightReading | null {
  let to = from;
  while (to < words.length && isNounPart(text, words, to, from, isObject)) to++;
  while (to > from && hasRole(words[to - 1], JOINS | Role.of)) to--;
  if (to === from) return null;
  const start = (words[from] as Word).start;
  if (text.startsWith('大关', (words[to - 1] as Word).end - 2)) return null;
  return { start, end: beforeUnknownVerb(words, start, to), isNoun: true, isAfterOf, isMeasured };
}

/** 包括1名警察在内的8人: 在内 ends the noun. */
function isInclusion(text: string, word: Word): boolean {
  return text.startsWith('在内', word.start);
}

/** 13位年轻教师接过了: 了 tells that the two characters before it are a verb that no table knows. */
function beforeUnknownVerb(words: readonly Word[], start: number, to: number): number {
  const end = (words[to - 1] as Word).end;
  return hasRole(words[to], Role.aspect) && end - start >= 4 ? end - 2 : end;
}

function isNounPart(text: string, words: readonly Word[], i: number, from: number, isObject: boolean): boolean {
  const word = words[i] as Word;
  if (i === from) return true;
  if (hasRole(word, Role.of) || isInclusion(text, word)) return false;
  if (hasRole(word, JOINS)) return words[i + 1]?.roles === Role.plain;
  return !hasRole(word, STOPS) || isVerbInCompound(words, i, isObject);
}

/**
 * 社区服务中心, 城市更新项目: a verbal noun between two nouns. Behind a governing verb other verbs are so too (建成15个乡村振兴示范村),
 * and one may end the phrase (推进150处灌区现代化改造).
 */
function isVerbInCompound(words: readonly Word[], i: number, isObject: boolean): boolean {
  const word = words[i] as Word;
  if (hasRole(word, STOPS & ~VERBS) || words[i - 1]?.roles !== Role.plain) return false;
  const isNominal = hasRole(word, Role.nominal);
  if (isObject && isNominal && i === words.length - 1) return true;
  return words[i + 1]?.roles === Role.plain && (isObject || (isNominal && !hasRole(word, Role.stop)));
}

/** 已办结, 正在核查中, 参加会议: to the end of the clause; 中 only says that it goes on. */
function verbPhrase(text: string, words: readonly Word[], from: number, isAfterOf: boolean): RightReading | null {
  const start = (words[from] as Word).start;
  let to = from;
  while (to < words.length && !hasRole(words[to], JOINS) && (words[to] as Word).end - start <= LONGEST_VERB_PHRASE)
    to++;
  if (to === from) return null;
  const { end } = words[to - 1] as Word;
  const isGoing = text[start] === '正' && text[end - 1] === '中';
  return { start, end: isGoing ? end - 1 : end, isNoun: false, isAfterOf, isMeasured: false };
}
