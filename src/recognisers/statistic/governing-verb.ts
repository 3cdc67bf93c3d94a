import { CharSet } from '../../text/char-set.js';
import { hasRole, type Word } from './clause.js';
import { isShareWord, type LeftWords, VERBS, type WordRange } from './left-words.js';
import { Role } from './role.js';

/** What a verb leaves of the phrase before a figure. */
export interface VerbCut {
  range: WordRange;
  /** 查处 in 查处3名干部: a verb that tells figures apart, with nothing between it and the figure */
  verb: Word | null;
  /** index of the light verb that was cut off, -1 for none */
  light: number;
}

/** Units of doing: a verb before them that could be a noun is a verb. */
export const OF_TIMES: ReadonlySet<string> = new Set(['次', '回', '遍', '趟']);

/** What lets a verb behind it govern: 已建成, 组织开展, 新建和改建. */
const OPENS_VERB =
  Role.adverb | Role.connective | Role.pause | Role.conjunction | Role.aspect | Role.time | Role.base | VERBS;

/**
 * 区政法各单位召开座谈会: the subject and the light verb go; 公安机关查处违法案件: the subject goes, the verb stays.
 * @param hasPredicate the phrase is the subject of 达到 or 增长: verbs inside it are nouns
 */
export function cutAtVerb(left: LeftWords, range: WordRange, hasPredicate: boolean, unit: string): VerbCut {
  const { words } = left;
  const light = lightVerb(left, range, hasPredicate);
  let from = light >= 0 ? light + 1 : range.from;
  while (from < range.to && hasRole(words[from], Role.aspect | Role.adverb | Role.of)) from++;
  const rest = { from, to: range.to };
  const telling = tellingVerb(left, rest, hasPredicate || light >= 0, unit);
  if (telling < 0) return { range: rest, verb: null, light };
  if (telling === range.to - 1) {
    return { range: verbWithParticle(left, telling, range.to), verb: words[telling] as Word, light };
  }
  return { range: { from: keepsSubject(left, from, telling) ? from : telling, to: range.to }, verb: null, light };
}

/**
 * The light verb whose object is counted: the last one that begins the phrase or follows an adverb, a conjunction, another verb or a
 * causative (支持企业开展技改项目), else the first one that is a verb before all (公司签约项目).
 */
function lightVerb(left: LeftWords, range: WordRange, hasPredicate: boolean): number {
  const { words, roles } = left;
  if ((roles & Role.lightVerb) === 0) return -1;
  let found = -1;
  for (let i = range.from; i < range.to; i++) {
    if (!isVerbHere(left, i, range, Role.lightVerb)) continue;
    const isNominal = hasRole(words[i], Role.nominal);
    if (isOpened(left, i, range) || (!isNominal && hasRole(words[found], Role.causative))) found = i;
    else if (found < 0 && !hasPredicate && !isNominal) found = i;
  }
  return found === range.to - 1 && hasPredicate ? -1 : found;
}

/** 下达补助资金, 新增教育培训机构: a verbal noun behind another verb is part of its object; 组织开展 is two verbs. */
function isOpened({ words }: LeftWords, i: number, range: WordRange): boolean {
  if (i === range.from) return true;
  return hasRole(words[i - 1], hasRole(words[i], Role.nominal) ? OPENS_VERB & ~VERBS : OPENS_VERB);
}

function tellingVerb(left: LeftWords, range: WordRange, hasPredicate: boolean, unit: string): number {
  const { words, roles } = left;
  if ((roles & Role.tellingVerb) === 0) return -1;
  for (let i = range.from; i < range.to; i++) {
    if (!isVerbHere(left, i, range, Role.tellingVerb)) continue;
    if (hasPredicate && i === range.to - 1) return -1;
    if (isOpened(left, i, range) || (!hasPredicate && (!hasRole(words[i], Role.nominal) || OF_TIMES.has(unit))))
      return i;
  }
  return -1;
}

/** A verb that 的 follows or 占 precedes (占判处总人数) belongs to a modifier. */
function isVerbHere(left: LeftWords, i: number, range: WordRange, role: number): boolean {
  if (!hasRole(left.words[i], role) || isShareWord(left, i) || isShareWord(left, i - 1)) return false;
  return !(hasRole(left.words[i + 1], Role.of) && i + 2 < range.to);
}

const LONGEST_SUBJECT = 6;

/** 可再生能源新增装机: a short noun before 新… belongs to the label. */
function keepsSubject({ text, words }: LeftWords, from: number, verb: number): boolean {
  const { start } = words[verb] as Word;
  const length = start - (words[from] as Word).start;
  const isNew = text[start] === '新' && words[verb - 1]?.roles === Role.plain;
  return isNew && length > 0 && length <= LONGEST_SUBJECT;
}

/** 已, 正在, 未 before a verb say which of the things are counted. */
const TOLD = new CharSet('已正未');

/** 已化解169件, 已完成整改182人: 已 and 未 say which of the things are counted. */
function verbWithParticle({ text, words }: LeftWords, verb: number, to: number): WordRange {
  if (text[(words[verb] as Word).start] === '新') return { from: nounBefore(words, verb), to };
  let first = verb;
  while (first > 0 && hasRole(words[first - 1], Role.lightVerb)) first--;
  return { from: isTold(text, words[first - 1]) ? first - 1 : verb, to };
}

/** 铁路运营里程新增1700公里: index where the noun before the verb begins, the verb's own for none. */
function nounBefore(words: readonly Word[], verb: number): number {
  if (words[verb - 1]?.roles !== Role.plain) return verb;
  let from = verb - 1;
  while (from > 0 && (words[from - 1]?.roles === Role.plain || hasRole(words[from - 1], Role.nominal))) from--;
  return from;
}

function isTold(text: string, word: Word | undefined): boolean {
  return hasRole(word, Role.adverb) && word !== undefined && TOLD.has(text.charCodeAt(word.start));
}

/** 已解决65个, 惠及200户, 职业技能培训20万人次: the verb itself says what is counted, with the noun or the 已 before it. */
export function verbAlone({ text, words }: LeftWords, light: number, from: number): WordRange {
  const before = words[light - 1];
  if (light <= from || before === undefined) return { from: light, to: light + 1 };
  if (before.roles === Role.plain && hasRole(words[light], Role.nominal)) return { from, to: light + 1 };
  // 批评教育和处理: two verbs joined
  if (hasRole(before, Role.conjunction)) return { from, to: light + 1 };
  return { from: isTold(text, before) ? light - 1 : light, to: light + 1 };
}
