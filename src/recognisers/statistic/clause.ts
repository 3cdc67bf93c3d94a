import { CharClass, charClasses, classAt } from '../../text/char-class.js';
import type { Span } from '../../text/span.js';
import { Role, wordTables } from './word-tables.js';

/** A word of the tables, a date, a quotation, a bracket, or a run of other characters. */
export interface Word extends Span {
  /** bits of `Role`; 0 for what no table knows */
  roles: number;
}

const CLOSERS: Record<string, string> = {
  '“': '”',
  '《': '》',
  '（': '）',
  '(': ')',
  '‘': '’',
  '［': '］',
  '【': '】',
  '〔': '〕',
};
const LONGEST_QUOTE = 60;

/** Cuts a stretch of text into the words of the tables and the runs between them. */
export function cutWords(text: string, start: number, end: number, times: readonly Span[], firstTime: number): Word[] {
  const { words, roles, wordStarts, runsOn } = wordTables();
  const classes = charClasses();
  const cut: Word[] = [];
  let time = firstTime;
  let timeStart = times[time]?.start ?? end;
  let i = start;
  while (i < end) {
    if (timeStart <= i) {
      while (time < times.length && (times[time] as Span).end <= i) time++;
      const fixed = times[time];
      timeStart = fixed?.start ?? end;
      if (fixed !== undefined && timeStart <= i) {
        i = pushWord(cut, i, Math.min(timeEnd(text, fixed.end), end), Role.time);
        continue;
      }
    }
    const code = text.charCodeAt(i);
    if (wordStarts[code] === 0) {
      const limit = Math.min(timeStart, end);
      let to = i + 1;
      if (classes[code] !== CharClass.close) while (to < limit && runsOn[text.charCodeAt(to)] === 1) to++;
      i = pushPlain(text, cut, i, to);
      continue;
    }
    const close = classes[code] === CharClass.open ? closerOf(text, i, end) : 0;
    if (close > 0) {
      i = pushWord(cut, i, close, Role.plain);
      continue;
    }
    const index = words.longestAt(text, i, end);
    const wordEnd = i + words.matchLength;
    if (index === -1) i = pushPlain(text, cut, i, i + 1);
    else if (isNominal(text, wordEnd, roles[index] as number)) i = pushWord(cut, i, wordEnd + 1, Role.plain);
    else if (isOccasion(text, wordEnd, roles[index] as number)) i = pushWord(cut, i, wordEnd + 1, Role.time);
    else i = pushWord(cut, i, wordEnd, roles[index] as number);
  }
  return cut;
}

/**
 * Where the clause begins that ends at `end`: behind the last mark from `start` on, at `start` where none stands.
 * Passes over quotations, brackets and dates as `cutWords` does, but looks only at characters that can be or hide a mark.
 */
export function clauseStart(
  text: string,
  start: number,
  end: number,
  times: readonly Span[],
  firstTime: number,
): number {
  const { words, roles, openersAndMarks } = wordTables();
  const classes = charClasses();
  let time = firstTime;
  let border = start;
  let i = start;
  while (i < end) {
    if (openersAndMarks[text.charCodeAt(i)] === 0) {
      i++;
      continue;
    }
    while (time < times.length && (times[time] as Span).end <= i) time++;
    const fixed = times[time];
    if (fixed !== undefined && fixed.start <= i) {
      i = Math.min(timeEnd(text, fixed.end), end);
      continue;
    }
    const close = classes[text.charCodeAt(i)] === CharClass.open ? closerOf(text, i, end) : 0;
    const index = close > 0 ? -1 : words.longestAt(text, i, end);
    if (index === -1) i = Math.max(close, i + 1);
    else {
      i += words.matchLength;
      if (((roles[index] as number) & Role.mark) !== 0) border = i;
    }
  }
  return border;
}

/** 5年间, 2024年内, 三年来: the particle belongs to the time; 内 of 内蒙古 does not. */
function timeEnd(text: string, end: number): number {
  if (!'间内来底末初'.includes(text.charAt(end))) return end;
  return TIME_PARTICLE.test(text.slice(end, end + 2)) ? end + 1 : end;
}

const TIME_PARTICLE = /^(?:间(?!接|隔)|内(?!蒙|地|外|部)|来(?!自|源|访|华|宾)|底|末(?!端)|初(?!中|级|步|期))/;

const SUFFIXES = '率额者性会费量度';
const NOMINALISING =
  /^(?:率(?!先)|额(?!度|外|尔)|者|性(?!别|格|能)|会(?![议商同见谈计诊晤战展客演])|费(?!用|尽)|量(?!化|子|刑|身)|度(?!假|过))/;
const VERBAL = Role.lightVerb | Role.tellingVerb | Role.changeVerb | Role.stop;

/** 利用率, 完成额, 参与者: a verb with a suffix is a noun. */
function isNominal(text: string, offset: number, roles: number): boolean {
  if ((roles & VERBAL) === 0 || !SUFFIXES.includes(text.charAt(offset))) return false;
  return NOMINALISING.test(text.slice(offset, offset + 2));
}

/** 投产后, 登陆时: a verb that says when. 后续 and 时间 are words of their own. */
function isOccasion(text: string, offset: number, roles: number): boolean {
  if ((roles & VERBAL) === 0) return false;
  const particle = text.charAt(offset);
  if (particle === '后') return !'续备勤期台方'.includes(text.charAt(offset + 1) || '。');
  return particle === '时' && !'间速长段代效期任限点'.includes(text.charAt(offset + 1) || '。');
}

/** End of a quotation or bracket that opens at `offset`; 0 where none does. An opener without its closer is a mark. */
function closerOf(text: string, offset: number, end: number): number {
  const closer = CLOSERS[text.charAt(offset)];
  if (closer === undefined) return 0;
  const at = text.slice(offset + 1, Math.min(end, offset + LONGEST_QUOTE)).indexOf(closer);
  return at === -1 ? 0 : offset + 1 + at + 1;
}

function pushWord(cut: Word[], start: number, end: number, roles: number): number {
  cut.push({ start, end, roles });
  return end;
}

/** Runs on from the word before, but not over a closing bracket: （只）牲畜 are two words. */
function pushPlain(text: string, cut: Word[], start: number, end: number): number {
  const last = cut[cut.length - 1];
  const isJoined = last !== undefined && last.roles === Role.plain && last.end === start;
  if (isJoined && classAt(text, start - 1) !== CharClass.close) last.end = end;
  else cut.push({ start, end, roles: Role.plain });
  return end;
}

export function hasRole(word: Word | undefined, roles: number): boolean {
  return word !== undefined && (word.roles & roles) !== 0;
}
