import { CharSet } from '../../text/char-set.js';
import { hasRole, type Word } from './clause.js';
import { cutAtObjectMarker, cutAtPause, cutAtTime, cutSource } from './clause-border.js';
import { cutAtVerb, type VerbCut, verbAlone } from './governing-verb.js';
import {
  hasPredicateFrom,
  isShareWord,
  type LeftWords,
  trimEnd,
  trimScope,
  trimStart,
  type WordRange,
} from './left-words.js';
import { Role } from './role.js';

/** What the words before a figure say: what is counted, and the verb that stands right before the figure. */
export interface LeftReading {
  /** noun or verb phrase, null where the clause has none of its own */
  phrase: WordRange | null;
  /** the same before its verb was cut off: 接待游客、实现旅游总花费 */
  whole: WordRange;
  /** 查处 in 查处3名干部: a verb that tells figures apart, with nothing between it and the figure */
  verb: Word | null;
  /** 已解决, 职业技能培训: a light verb right before the figure, with its 已 or its noun */
  done: WordRange | null;
  /** 的, 有 or a preposition stands right before the figure: 投建的140千瓦, 以10.5% */
  isModifier: boolean;
  /** `object`: a verb governs the figure (建成15个); `pivot`: a causative does (抽调3名); `subject`: neither */
  position: 'object' | 'pivot' | 'subject';
  /** a marker of level stands right before the figure: 达到, 为, 占 */
  isLevel: boolean;
  /** the phrase begins with 占 and lacks its subject */
  isShare: boolean;
}

/**
 * @param isOverLevel 超过 or 突破 stands before the figure: a level is stated
 * @param unit of the figure: behind 次 or the like, a verb before it is what is counted
 */
export function readLeft(left: LeftWords, isOverLevel: boolean, unit: string): LeftReading {
  const to = trimEnd(left);
  const whole = cutAtTime(left, { from: trimStart(left, to), to });
  const hasPredicate = isOverLevel || hasPredicateFrom(left, to);
  const clause = cutAtPause(left, cutAtObjectMarker(left, whole));
  const cut = cutAtVerb(left, clause, hasPredicate, unit);
  // 已 before a verb alone stays
  const range = cutSource(left, cut.verb === null ? trimScope(left, cut.range) : cut.range);
  const phrase = saysWhat(left, range) ? range : null;
  const isVerbAlone = phrase === null && cut.light >= 0 && cut.light === to - 1;
  return {
    phrase,
    whole,
    verb: cut.verb,
    done: isVerbAlone ? verbAlone(left, cut.light, whole.from) : null,
    isModifier: isModifier(left, to),
    position: positionOf(left, cut, phrase, to),
    isLevel: isOverLevel || hasLevelFrom(left, to),
    isShare: phrase !== null && isShareWord(left, range.from),
  };
}

function hasLevelFrom(left: LeftWords, from: number): boolean {
  const { words, roles } = left;
  if ((roles & Role.level) === 0) return false;
  for (let i = from; i < words.length; i++) if (hasRole(words[i], Role.level) && !endsInYou(left, i)) return true;
  return false;
}

const NAMING =
  Role.lightVerb | Role.tellingVerb | Role.changeVerb | Role.changeNoun | Role.stop | Role.nominal | Role.share;

/** 一笔, 是2017年我国 and 两个万亿元大关 name nothing. */
function saysWhat(left: LeftWords, range: WordRange): boolean {
  const last = left.words[range.to - 1];
  if (last !== undefined && left.text.startsWith('大关', last.end - 2)) return false;
  for (let i = range.from; i < range.to; i++) {
    const word = left.words[i] as Word;
    if (word.roles === Role.plain || (word.roles & NAMING) !== 0) return !isArticle(left, range);
  }
  return false;
}

const LONGEST_ARTICLE = 3;
const FIRST_OF_ARTICLE = new CharSet('一两首新又另这那某每前');
const ARTICLE = /^(?:[一两]|首|新一|又一|另一|这|那|某|每|前)\S?$/;

/** 一笔约9亿美元: an article, no noun. */
function isArticle({ text, words }: LeftWords, { from, to }: WordRange): boolean {
  const { start, end } = words[from] as Word;
  if (to - from > 1 || end - start > LONGEST_ARTICLE || !FIRST_OF_ARTICLE.has(text.charCodeAt(start))) return false;
  return ARTICLE.test(text.slice(start, end));
}

/** 共有, 设有: there are so many of what follows. */
function endsInYou({ text, words }: LeftWords, i: number): boolean {
  return text[(words[i] as Word).end - 1] === '有';
}

/** 表彰了来自各单位的22名先进个人: a modifier with 的 does not part the figure from its verb. */
function positionOf({ words }: LeftWords, cut: VerbCut, phrase: WordRange | null, to: number): LeftReading['position'] {
  const isModified = hasRole(words[to], Role.of);
  if (cut.light < 0 || (phrase !== null && !isModified)) return cut.verb !== null ? 'object' : 'subject';
  return hasRole(words[cut.light], Role.causative) ? 'pivot' : 'object';
}

function isModifier(left: LeftWords, to: number): boolean {
  const { words } = left;
  const last = words.length - 1;
  if (last < to) return false;
  if (hasRole(words[last], Role.level) && endsInYou(left, last)) return true;
  if (hasRole(words[last], Role.of)) return !hasRole(words[last - 1], Role.base | Role.time);
  return isOpenedFrom(left, to) && !hasPredicateFrom(left, to);
}

function isOpenedFrom({ words }: LeftWords, from: number): boolean {
  for (let i = from; i < words.length; i++)
    if (hasRole(words[i], Role.preposition | Role.scope | Role.share)) return true;
  return false;
}
