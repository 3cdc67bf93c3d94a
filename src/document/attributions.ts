import verbs from '../../corpus/attribution-verbs.json';
import { WordEndings } from '../lexicon/word-endings.js';
import { CharClass, charClasses } from '../text/char-class.js';
import { CharSet } from '../text/char-set.js';
import type { Attribution } from './document.js';
import { markFrom } from './marks.js';
import type { Line } from './paragraphs.js';
import { surnameAt, surnameOpeners } from './people.js';

interface AttributionVerb {
  form: string;
  /** `any`: whatever stands before it speaks; `speaker`: only a body, a person or a document does */
  needs: 'any' | 'speaker';
  /** may be followed by what is said without a comma: 会议强调要… */
  direct: boolean;
  example: string;
}

const LONGEST_CLAUSE = 60;
const SENTENCE_HEAD = 18;

/** Adverbs between speaker and verb: 会议还强调, 王明远明确指出. */
const ADVERBS =
  '还 并 也 又 均 都 曾 则 特别 明确 一致 进一步 同时 再次 多次 反复 着重 郑重 公开 普遍 严肃 深刻 最后 坚定地 共同';

/** Bodies, documents, offices and pronouns that can speak; a name is told by its surname. */
const SPEAKERS = `
  会议 全会 大会 座谈会 例会 会上 通知 意见 文件 决定 方案 公报 报告 规定 办法 条例 纲要 规划
  文章 批示 指示 讲话 贺信 贺电 回信 公告 声明 委员会 常委会 政府 党委 省委 市委 县委 区委 党组
  党中央 国务院 政治局 中央 部门 办公室 总局 分局 局 厅 部 院 署 委 办 厅局 协会 学会 集团 公司
  银行 报社 媒体 专家 学者 人士 负责人 发言人 有关方面 代表 委员 干部 群众 干警 记者 同志 书记
  主席 总理 主任 省长 市长 县长 区长 部长 局长 院长 检察长 教授 研究员 秘书长 大家 他们 她们 他
  她 我们 方 双方 各方 数据 统计 监测 调查 结果 实践 事实 信息 消息 情况 中国 我国 》 ）
  国际组织 总统 首相 外长 居民 村民 市民 企业 代表团 说明 解读 清单 指引 通报
`;

/** Prepositions before a clause that ends with 要求 or 规定 and quotes nobody: 按照上级要求，; 根据有关规定，. */
const PREPOSITION =
  /^(?:按照|按|根据|依照|依据|对照|围绕|符合|落实|遵照|为|以|把|对|从|就|经|针对|结合|不|达到|满足|贯彻|响应|听取|认真|通过|没有|提出|作出|有|如果|若|因|由于)/;

/** A verb that has 要求 or 规定 for its object: 严格落实“四不”要求，; 符合验收规定，. */
const GOVERNED = /(?:落实|按照|根据|贯彻|满足|符合|达到|遵守|遵循|对照|响应|违反|超出)(?!.*(?:会议|文件|通知|意见|》))/;

/** 据介绍， 据统计， 记者获悉，: somebody speaks without being named. */
const HEARSAY = /^(?:据|记者)/;

const ACCORDING_TO = '据'.charCodeAt(0);

/** 据统计， and its like, the whole clause. */
const HEARSAY_CLAUSE = /^据(?:统计|了解|介绍|悉|报道|通报|测算|初步统计|不完全统计)$/;

/** What a character can be to somebody's words: one look in one table tells most clauses and sentences. */
const Speech = {
  /** last character of a verb of saying */
  verbEnd: 1,
  /** first and second character of one that needs no comma */
  directFirst: 2,
  directSecond: 4,
  /** first character of what speaks without a comma behind it */
  opener: 8,
} as const;

/** The words by their endings, and what characters can be. */
interface SpeechIndex {
  forms: Map<string, AttributionVerb>;
  all: readonly AttributionVerb[];
  verbs: WordEndings;
  adverbs: WordEndings;
  speakers: WordEndings;
  characters: Uint8Array;
}

let index: SpeechIndex | null = null;

function speechIndex(): SpeechIndex {
  index ??= buildIndex(verbs as AttributionVerb[]);
  return index;
}

function buildIndex(all: readonly AttributionVerb[]): SpeechIndex {
  return {
    forms: new Map(all.map((verb) => [verb.form, verb])),
    all,
    verbs: new WordEndings(all.map((verb) => verb.form)),
    adverbs: new WordEndings(ADVERBS.split(' ')),
    speakers: new WordEndings(SPEAKERS.trim().split(/\s+/)),
    characters: characterTable(all),
  };
}

function characterTable(all: readonly AttributionVerb[]): Uint8Array {
  const table = new Uint8Array(65536);
  const add = (code: number, bit: number): void => {
    table[code] = (table[code] as number) | bit;
  };
  for (const { form, direct } of all) {
    add(form.charCodeAt(form.length - 1), Speech.verbEnd);
    if (!direct) continue;
    add(form.charCodeAt(0), Speech.directFirst);
    add(form.charCodeAt(1), Speech.directSecond);
  }
  for (const first of DIRECT_OPENERS) add(first.charCodeAt(0), Speech.opener);
  for (const first of surnameOpeners()) add(first.charCodeAt(0), Speech.opener);
  return table;
}

/** Everybody who is said to speak, in text order: 会议强调 · 王明远指出 · 据统计 · 《意见》要求. */
export function readAttributions(text: string, lines: readonly Line[], marks: readonly number[]): Attribution[] {
  const attributions: Attribution[] = [];
  let mark = 0;
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    mark = markFrom(marks, mark, line.start);
    readLineAttributions(text, line, marks, mark, attributions);
  }
  return attributions;
}

function readLineAttributions(
  text: string,
  line: Line,
  marks: readonly number[],
  firstMark: number,
  found: Attribution[],
): void {
  const classes = charClasses();
  const { characters } = speechIndex();
  let clause = line.marker?.end ?? line.start;
  let sentence = clause;
  addDirect(text, sentence, line.end, found);
  for (let mark = markFrom(marks, firstMark, clause); mark < marks.length; mark++) {
    const i = marks[mark] as number;
    if (i >= line.end) break;
    const kind = classes[text.charCodeAt(i)] as number;
    if (kind === CharClass.clauseEnd) {
      const endsWithVerb = ((characters[text.charCodeAt(i - 1)] as number) & Speech.verbEnd) !== 0;
      const maySpeak = endsWithVerb || text.charCodeAt(clause) === ACCORDING_TO;
      if (maySpeak && text.charAt(i) !== '；') addAt(text, clause, i, sentence, found);
      clause = i + 1;
    } else if (kind === CharClass.sentenceEnd) {
      clause = skipClosers(text, i + 1, line.end);
      sentence = clause;
      addDirect(text, sentence, line.end, found);
    }
  }
}

function skipClosers(text: string, offset: number, limit: number): number {
  const classes = charClasses();
  let at = offset;
  while (
    at < limit &&
    (classes[text.charCodeAt(at)] === CharClass.close || classes[text.charCodeAt(at)] === CharClass.blank)
  )
    at++;
  return at;
}

/** The clause [start, end) before a comma or colon speaks when it ends with a verb of saying that has somebody before it. */
function addAt(text: string, start: number, end: number, sentence: number, found: Attribution[]): void {
  if (end - start > LONGEST_CLAUSE || end - start < 2) return;
  if (found.length > 0 && (found[found.length - 1] as Attribution).end > start) return;
  const from = afterBlanks(text, start);
  if (text.charCodeAt(from) === ACCORDING_TO && HEARSAY_CLAUSE.test(text.slice(from, end))) {
    found.push({ start: from, end, verb: text.slice(from + 1, end) });
    return;
  }
  const { all, verbs } = speechIndex();
  const word = verbs.longestBefore(text, end, start);
  if (word === -1) return;
  const verb = all[word] as AttributionVerb;
  const subject = text.slice(from, end - verb.form.length);
  if (speaks(subject, verb, from === afterBlanks(text, sentence))) found.push({ start: from, end, verb: verb.form });
}

const OPENING_QUOTES = new CharSet('“‘');

function afterBlanks(text: string, offset: number): number {
  let at = offset;
  const classes = charClasses();
  while (classes[text.charCodeAt(at)] === CharClass.blank || OPENING_QUOTES.has(text.charCodeAt(at))) at++;
  return at;
}

/** 会议还 → 会议 */
function withoutAdverbs(subject: string): string {
  const { adverbs } = speechIndex();
  let end = subject.length;
  while (adverbs.longestBefore(subject, end) !== -1) end -= adverbs.matchLength;
  return end === subject.length ? subject : subject.slice(0, end);
}

function speaks(subject: string, verb: AttributionVerb, isAtSentenceStart: boolean): boolean {
  const speaker = withoutAdverbs(subject);
  if (speaker.length < 1) return false;
  if (HEARSAY.test(speaker)) return true;
  const maySpeak = isSpeaker(speaker) || (verb.needs === 'any' && isAtSentenceStart && endsAsSubject(speaker));
  return maySpeak && !PREPOSITION.test(speaker) && !GOVERNED.test(speaker);
}

const NO_SUBJECT_ENDS = new CharSet('的是有在了');

function endsAsSubject(speaker: string): boolean {
  return !NO_SUBJECT_ENDS.has(speaker.charCodeAt(speaker.length - 1));
}

/** 会议, 市委书记王明远, 《意见》, 王明远在讲话中, 省委常委会. */
function isSpeaker(subject: string): boolean {
  const speaker = withoutOccasion(subject);
  return isSpeakerAt(speaker, speaker.length) || endsWithName(speaker);
}

/** 王明远在讲话中 → 王明远; 发言人5日 → 发言人 */
function withoutOccasion(subject: string): string {
  if (!subject.includes('在') && !subject.includes('日')) return subject;
  return subject.replace(/(?:在.{1,24}?(?:中|时|上)|\d{1,2}日.{0,12})$/, '') || subject;
}

/** A word for somebody who can speak ends at `end`. */
function isSpeakerAt(text: string, end: number): boolean {
  return speechIndex().speakers.longestBefore(text, end) !== -1;
}

/** A surname two to four characters from the end, with an office or nothing before it. */
function endsWithName(text: string): boolean {
  return isNameFrom(text, text.length - 3) || isNameFrom(text, text.length - 2) || isNameFrom(text, text.length - 4);
}

/** Last characters of offices, and what else may stand before a name. */
const BEFORE_NAMES = new CharSet('、长任记席员师士授理 \t\n\u3000');

function isNameFrom(text: string, at: number): boolean {
  if (at < 0 || surnameAt(text, at) === 0) return false;
  return at === 0 || isSpeakerAt(text, at) || BEFORE_NAMES.has(text.charCodeAt(at - 1));
}

/** First characters of what speaks without a comma behind it, beside surnames: 会议, 全会, 《意见》. */
const DIRECT_OPENERS = '会全大通意文公《';

/** What stands behind a verb that quotes nobody: 会议要求的…, 通知强调，…. */
const NOT_BEHIND_DIRECT = new CharSet('，：了的着过。');

/** 会议强调要…, 通知要求各地…: no comma, but a body that speaks at the head of the sentence. */
function addDirect(text: string, start: number, limit: number, found: Attribution[]): void {
  const { forms, characters } = speechIndex();
  if (((characters[text.charCodeAt(start)] as number) & Speech.opener) === 0) return;
  const last = Math.min(start + SENTENCE_HEAD, limit - 2);
  for (let at = start + 2; at < last; at++) {
    if (((characters[text.charCodeAt(at)] as number) & Speech.directFirst) === 0) continue;
    if (((characters[text.charCodeAt(at + 1)] as number) & Speech.directSecond) === 0) continue;
    const verb = forms.get(text.slice(at, at + 2));
    if (verb === undefined || !verb.direct || NOT_BEHIND_DIRECT.has(text.charCodeAt(at + 2))) continue;
    if (forms.has(text.slice(at, at + 3)) || forms.has(text.slice(at, at + 4))) return;
    if (!isDirectSpeaker(withoutAdverbs(text.slice(start, at)))) return;
    found.push({ start, end: at + 2, verb: verb.form });
    return;
  }
}

function isDirectSpeaker(subject: string): boolean {
  return (
    /^(?:会议|全会|大会|通知|意见|文件|公报|《[^《》]{1,14}》)$/.test(subject) ||
    (surnameAt(subject, 0) > 0 && (subject.length === 2 || subject.length === 3))
  );
}
