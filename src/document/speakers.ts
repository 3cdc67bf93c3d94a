import { WordEndings } from '../lexicon/word-endings.js';
import { CharSet } from '../text/char-set.js';
import { surnameAt } from './people.js';

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

/** The words by their endings. */
interface SpeakerWords {
  adverbs: WordEndings;
  speakers: WordEndings;
}

let words: SpeakerWords | null = null;

function speakerWords(): SpeakerWords {
  words ??= {
    adverbs: new WordEndings(ADVERBS.split(' ')),
    speakers: new WordEndings(SPEAKERS.trim().split(/\s+/)),
  };
  return words;
}

/**
 * True when what stands before a verb of saying can speak.
 * @param subject without adverbs
 * @param isAnySubject a bare subject will do, as before 指出 at the head of a sentence
 */
export function canSpeak(subject: string, isAnySubject: boolean): boolean {
  if (subject.length < 1) return false;
  if (isHearsay(subject)) return true;
  const maySpeak = (isAnySubject && endsAsSubject(subject)) || isSpeaker(subject);
  return maySpeak && !opensWithPreposition(subject) && !isGoverned(subject);
}

/** 会议还 → 会议 */
export function withoutAdverbs(subject: string): string {
  const { adverbs } = speakerWords();
  let end = subject.length;
  while (adverbs.longestBefore(subject, end) !== -1) end -= adverbs.matchLength;
  return end === subject.length ? subject : subject.slice(0, end);
}

/** 据介绍， 据统计， 记者获悉，: somebody speaks without being named. */
function isHearsay(speaker: string): boolean {
  return speaker.startsWith('据') || speaker.startsWith('记者');
}

/** First characters of `PREPOSITION` and of the verbs of `GOVERNED`: most speakers have none, and a pattern that is seldom tried is slow. */
const PREPOSITION_OPENERS = new CharSet('按根依对围符落遵为以把从就经针结不达满贯响听认通没提作有如若因由');
const GOVERNING_OPENERS = new CharSet('落按根贯满符达遵对响违超');

function opensWithPreposition(speaker: string): boolean {
  return PREPOSITION_OPENERS.has(speaker.charCodeAt(0)) && PREPOSITION.test(speaker);
}

function isGoverned(speaker: string): boolean {
  for (let i = 0; i < speaker.length; i++)
    if (GOVERNING_OPENERS.has(speaker.charCodeAt(i))) return GOVERNED.test(speaker);
  return false;
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
  return speakerWords().speakers.longestBefore(text, end) !== -1;
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

/** A body, a document or a name, and nothing else. */
export function isDirectSpeaker(subject: string): boolean {
  return (
    /^(?:会议|全会|大会|通知|意见|文件|公报|《[^《》]{1,14}》)$/.test(subject) ||
    (surnameAt(subject, 0) > 0 && (subject.length === 2 || subject.length === 3))
  );
}
