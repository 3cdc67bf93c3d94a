import { hasRole, type Word } from './clause.js';
import { Role } from './word-tables.js';

/** A stretch of the words before a figure: `from` to `to` are indexes into the words of the frame. */
export interface WordRange {
  from: number;
  to: number;
}

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
  /** 的 or a preposition stands right before the figure: 投建的140千瓦, 以10.5% */
  isModifier: boolean;
  /** `object`: a verb governs the figure (建成15个); `pivot`: a causative does (抽调3名); `subject`: neither */
  position: 'object' | 'pivot' | 'subject';
  /** true when a marker of level stands right before the figure: 达到, 为, 占 */
  isLevel: boolean;
  /** the phrase begins with 占 and lacks its subject */
  isShare: boolean;
}

const TRAILING =
  Role.adverb |
  Role.level |
  Role.approximation |
  Role.aspect |
  Role.time |
  Role.preposition |
  Role.connective |
  Role.changeVerb |
  Role.changeNoun |
  Role.base |
  Role.compare |
  Role.of;
const LEADING = Role.connective | Role.adverb | Role.time | Role.aspect | Role.conjunction | Role.pause | Role.base;
const VERBS = Role.lightVerb | Role.tellingVerb;
/** What lets a verb behind it govern: 已建成, 组织开展, 新建和改建. */
const OPENS_VERB =
  Role.adverb | Role.connective | Role.pause | Role.conjunction | Role.aspect | Role.time | Role.base | VERBS;

/**
 * @param isOverLevel 超过 or 突破 stands before the figure: a level is stated
 * @param countsDeeds the unit is 次 or the like: a verb before it is what is counted
 */
export function readLeft(
  text: string,
  words: readonly Word[],
  isOverLevel: boolean,
  countsDeeds: boolean,
): LeftReading {
  const to = trimEnd(words);
  const whole = { from: trimStart(text, words, to), to };
  const isLevel =
    isOverLevel || words.slice(to).some((word) => hasRole(word, Role.level) && text.charAt(word.end - 1) !== '有');
  const hasPredicate = isOverLevel || words.slice(to).some((word) => isPredicate(text, word));
  const cut = cutAtVerb(
    text,
    words,
    cutAtPause(text, words, cutAtObjectMarker(text, words, whole)),
    hasPredicate,
    countsDeeds,
  );
  const range = cutSource(text, words, trimScope(text, words, cut.range));
  const phrase = range.from < range.to && !isArticle(text, words, range) ? range : null;
  return {
    phrase,
    whole,
    verb: cut.verb,
    done:
      phrase === null && cut.light >= 0 && cut.light === to - 1 ? doneRange(text, words, cut.light, whole.from) : null,
    isModifier: isModifier(text, words, to),
    position: positionOf(words, cut, phrase, hasRole(words[to], Role.of)),
    isLevel,
    isShare: phrase !== null && isShareWord(text, words[range.from]),
  };
}

/** 一笔约9亿美元: an article, no noun. */
function isArticle(text: string, words: readonly Word[], range: WordRange): boolean {
  const word = words[range.from] as Word;
  return (
    range.to - range.from === 1 &&
    /^(?:[一两]|首|新一|又一|另一|这|那|某|每|前)\S?$/.test(text.slice(word.start, word.end))
  );
}

/** 表彰了来自各单位的22名先进个人: a modifier with 的 does not part the figure from its verb. */
function positionOf(
  words: readonly Word[],
  cut: VerbCut,
  phrase: WordRange | null,
  isModified: boolean,
): LeftReading['position'] {
  if (phrase !== null && !(isModified && cut.light >= 0)) return cut.verb !== null ? 'object' : 'subject';
  if (cut.light < 0) return cut.verb !== null ? 'object' : 'subject';
  return hasRole(words[cut.light], Role.causative) ? 'pivot' : 'object';
}

/** Drops what leads to the figure: 累计, 达到, 同比增长, 比上年, 由, 的. */
function trimEnd(words: readonly Word[]): number {
  let to = words.length;
  while (to > 0 && ((hasRole(words[to - 1], TRAILING) && !isBareVerb(words, to - 1)) || isScopeOf(words, to - 1))) to--;
  return to;
}

/** 在全国1.1%的土地, 占全国6.2%: a scope behind a preposition or 占 says of what, not what. */
function isScopeOf(words: readonly Word[], i: number): boolean {
  return hasRole(words[i], Role.scope) && (i === 0 || hasRole(words[i - 1], Role.preposition | Role.level));
}

/** 建成 and 压减 stand before a figure as verbs unless a noun stands before them that they say something of. */
function isBareVerb(words: readonly Word[], i: number): boolean {
  return hasRole(words[i], VERBS) && !hasRole(words[i], Role.level | Role.changeVerb | Role.adverb);
}

/** 达到, 提高到, 增长: the words before it are its subject, not the object of a verb among them. 共 and 累计 say nothing of the kind. */
function isPredicate(text: string, word: Word): boolean {
  if (hasRole(word, Role.changeVerb | Role.changeNoun)) return true;
  return (
    hasRole(word, Role.level) &&
    /[到至在为达破过]$/.test(text.slice(word.end - 1, word.end)) &&
    !/^共/.test(text.slice(word.start, word.start + 1))
  );
}

function trimStart(text: string, words: readonly Word[], to: number, start = 0): number {
  let from = start;
  while (from < to && hasRole(words[from], LEADING) && !isShareWord(text, words[from])) from++;
  return from;
}

function isShareWord(text: string, word: Word | undefined): boolean {
  return word !== undefined && text.charAt(word.start) === '占' && hasRole(word, Role.level);
}

/** 全市运营线路总长 is 运营线路总长. */
function trimScope(text: string, words: readonly Word[], range: WordRange): WordRange {
  let { from } = range;
  while (from < range.to && hasRole(words[from], Role.scope | LEADING) && !isShareWord(text, words[from])) from++;
  return { from, to: range.to };
}

/** A list before a figure counts as a whole (审结、执结3010件), but not behind a clause of its own (优化营商环境、新增企业5000户). */
function cutAtPause(text: string, words: readonly Word[], range: WordRange): WordRange {
  let last = -1;
  let isClause = false;
  for (let i = range.from; i < range.to; i++) {
    if (hasRole(words[i], Role.pause)) last = i;
    else if (last === -1 && endsClause(words, i)) isClause = true;
  }
  if (last === -1) return range;
  const startsWithVerb = hasRole(words[last + 1], VERBS | Role.changeVerb) && last - range.from > 1;
  const named = summaryOf(text, words, last + 1, range.to);
  if (named > 0) return { from: named, to: range.to };
  return isClause || startsWithVerb ? { from: last + 1, to: range.to } : range;
}

const SUMMARY = /[一二三四五六七八九十两]+(?:大|个|类|项|种)/;

/** 集成电路、生物医药、人工智能三大产业规模: a list summed up by a number is only its gloss. Index of the word behind it, 0 for none. */
function summaryOf(text: string, words: readonly Word[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    const at = word.roles === Role.plain ? text.slice(word.start, word.end).search(SUMMARY) : -1;
    if (at >= 0) {
      word.start += at;
      return i;
    }
  }
  return 0;
}

/** 世界银行将中国经济增长预期由6.4%上调: what 将 or 把 brings forward is what the figure is of. */
function cutAtObjectMarker(text: string, words: readonly Word[], range: WordRange): WordRange {
  for (let i = range.to - 2; i > range.from; i--) {
    const word = words[i] as Word;
    const isMarker =
      word.end - word.start === 1 && '将把'.includes(text.charAt(word.start)) && word.roles !== Role.plain;
    if (isMarker) return { from: trimStart(text, words, range.to, i + 1), to: range.to };
  }
  return range;
}

function endsClause(words: readonly Word[], i: number): boolean {
  if (hasRole(words[i], VERBS)) return false;
  return (
    hasRole(words[i], Role.adverb | Role.changeVerb) ||
    (hasRole(words[i], Role.stop) && hasRole(words[i + 1], Role.pause))
  );
}

interface VerbCut {
  range: WordRange;
  verb: Word | null;
  /** index of the light verb that was cut off, -1 for none */
  light: number;
}

/** 区政法各单位召开座谈会: the subject and the light verb go; 公安机关查处违法案件: the subject goes, the verb stays. */
function cutAtVerb(
  text: string,
  words: readonly Word[],
  range: WordRange,
  hasPredicate: boolean,
  countsDeeds: boolean,
): VerbCut {
  const light = lastGoverning(text, words, range, Role.lightVerb, hasPredicate);
  let from = light >= 0 ? light + 1 : range.from;
  while (from < range.to && hasRole(words[from], Role.aspect | Role.adverb | Role.of)) from++;
  const rest = { from, to: range.to };
  const telling = firstGoverning(text, words, rest, hasPredicate || light >= 0, countsDeeds);
  if (telling < 0) return { range: rest, verb: null, light };
  const isLast = telling === range.to - 1;
  const keeps = !isLast && keepsSubject(text, words, from, telling);
  return {
    range: { from: keeps ? from : telling, to: range.to },
    verb: isLast ? (words[telling] as Word) : null,
    light,
  };
}

/**
 * The light verb whose object is counted: the last one that begins the phrase or follows an adverb, a conjunction, another verb or a
 * causative (支持企业开展技改项目), else the first one that is a verb before all (公司签约项目).
 */
function lastGoverning(
  text: string,
  words: readonly Word[],
  range: WordRange,
  role: number,
  hasPredicate: boolean,
): number {
  let found = -1;
  for (let i = range.from; i < range.to; i++) {
    if (!isVerbHere(text, words, i, range, role)) continue;
    const isOpened = i === range.from || hasRole(words[i - 1], OPENS_VERB) || hasRole(words[found], Role.causative);
    if (isOpened || (found < 0 && !hasPredicate && !hasRole(words[i], Role.nominal))) found = i;
  }
  return found === range.to - 1 && hasPredicate ? -1 : found;
}

function firstGoverning(
  text: string,
  words: readonly Word[],
  range: WordRange,
  hasPredicate: boolean,
  countsDeeds: boolean,
): number {
  for (let i = range.from; i < range.to; i++) {
    if (!isVerbHere(text, words, i, range, Role.tellingVerb)) continue;
    const isOpened = i === range.from || hasRole(words[i - 1], OPENS_VERB);
    if (hasPredicate && i === range.to - 1) return -1;
    if (isOpened || (!hasPredicate && (countsDeeds || !hasRole(words[i], Role.nominal)))) return i;
  }
  return -1;
}

/** A verb that 的 follows belongs to a modifier. */
function isVerbHere(text: string, words: readonly Word[], i: number, range: WordRange, role: number): boolean {
  const word = words[i] as Word;
  if (!hasRole(word, role) || isShareWord(text, word)) return false;
  return !(hasRole(words[i + 1], Role.of) && i + 2 < range.to);
}

/** 可再生能源新增装机: a short noun before 新… belongs to the label. */
function keepsSubject(text: string, words: readonly Word[], from: number, verb: number): boolean {
  const start = words[from]?.start ?? 0;
  const word = words[verb] as Word;
  return (
    text.charAt(word.start) === '新' &&
    word.start > start &&
    word.start - start <= 6 &&
    words[verb - 1]?.roles === Role.plain
  );
}

/** 已解决65个, 惠及200户, 职业技能培训20万人次: the verb itself says what is counted, with the noun or the 已 before it. */
const TOLD = /[已正未]/;

function doneRange(text: string, words: readonly Word[], light: number, from: number): WordRange {
  const before = words[light - 1];
  if (light <= from || before === undefined) return { from: light, to: light + 1 };
  const isNominal = before.roles === Role.plain && hasRole(words[light], Role.nominal);
  if (isNominal) return { from, to: light + 1 };
  return {
    from: hasRole(before, Role.adverb) && TOLD.test(text.charAt(before.start)) ? light - 1 : light,
    to: light + 1,
  };
}

function isModifier(text: string, words: readonly Word[], to: number): boolean {
  const last = words[words.length - 1];
  if (last === undefined || words.length === to) return false;
  if (hasRole(last, Role.level) && text.charAt(last.end - 1) === '有') return true;
  if (hasRole(last, Role.of)) return !hasRole(words[words.length - 2], Role.base | Role.time);
  return (
    words.slice(to).some((word) => hasRole(word, Role.preposition | Role.scope) || isShareWord(text, word)) &&
    !words.slice(to).some((word) => isPredicate(text, word))
  );
}

/** 中职学校由71所: what 由 or 从 begins is where the figure comes from, not what it counts. */
function cutSource(text: string, words: readonly Word[], range: WordRange): WordRange {
  for (let i = range.from; i < range.to; i++) {
    const character = text.charAt((words[i] as Word).start);
    if (hasRole(words[i], Role.preposition) && (character === '从' || character === '由'))
      return { from: range.from, to: i };
  }
  return range;
}
