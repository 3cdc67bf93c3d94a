import type { Span } from '../../text/span.js';
import { Role } from './role.js';
import { Sign } from './signs.js';
import { wordTables } from './word-tables.js';

/** A word of the tables, a date, a quotation, a bracket, or a run of other characters. */
export interface Word extends Span {
  /** bits of `Role`; 0 for what no table knows */
  roles: number;
}

const LONGEST_QUOTE = 60;
/** A run of characters that no table knows ends before these. */
const ENDS_RUN = Sign.startsWord | Sign.closes;

/** Cuts a stretch of text into the words of the tables and the runs between them. */
export function cutWords(text: string, start: number, end: number, times: readonly Span[], firstTime: number): Word[] {
  const { words, roles, signs } = wordTables();
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
    const sign = signs[text.charCodeAt(i)] as number;
    if ((sign & Sign.startsWord) === 0) {
      const limit = (sign & Sign.closes) === 0 ? Math.min(timeStart, end) : 0;
      let to = i + 1;
      while (to < limit && ((signs[text.charCodeAt(to)] as number) & ENDS_RUN) === 0) to++;
      i = pushPlain(text, cut, i, to);
      continue;
    }
    const close = (sign & Sign.opens) === 0 ? 0 : closerOf(text, i, end);
    if (close > 0) {
      i = pushWord(cut, i, close, Role.plain);
      continue;
    }
    const index = words.longestAt(text, i, end);
    if (index === -1) i = pushPlain(text, cut, i, i + 1);
    else i = pushKnown(text, cut, i, i + words.matchLength, roles[index] as number);
  }
  return cut;
}

/** A word of the tables; 率, 后 or 时 behind a verb belongs to it and makes something else of it. */
function pushKnown(text: string, cut: Word[], start: number, end: number, roles: number): number {
  const { signs } = wordTables();
  if ((roles & VERBAL) === 0 || ((signs[text.charCodeAt(end)] as number) & Sign.turnsVerb) === 0)
    return pushWord(cut, start, end, roles);
  if (isNominal(text, end)) return pushWord(cut, start, end + 1, Role.plain);
  return isOccasion(text, end) ? pushWord(cut, start, end + 1, Role.time) : pushWord(cut, start, end, roles);
}

/** Where the clause before a figure begins, and what was seen on the way. */
export interface ClauseBorder {
  /** behind the last mark; the start of the search where none stands */
  start: number;
  /** bits of `Sign` of all characters passed, without those inside quotations and brackets */
  signs: number;
}

/**
 * Looks for the clause that ends at `end`. Passes over quotations, brackets and dates as `cutWords` does, but looks only at
 * characters that can be or hide a mark.
 */
export function clauseBorder(
  text: string,
  start: number,
  end: number,
  times: readonly Span[],
  firstTime: number,
): ClauseBorder {
  const { signs } = wordTables();
  let time = firstTime;
  let border = start;
  let seen = 0;
  let i = start;
  while (i < end) {
    const sign = signs[text.charCodeAt(i)] as number;
    seen |= sign;
    if ((sign & (Sign.opens | Sign.mark)) === 0) {
      i++;
      continue;
    }
    while (time < times.length && (times[time] as Span).end <= i) time++;
    const fixed = times[time];
    if (fixed !== undefined && fixed.start <= i) {
      i = Math.min(timeEnd(text, fixed.end), end);
      continue;
    }
    const close = (sign & Sign.opens) === 0 ? 0 : closerOf(text, i, end);
    if (close > 0) i = close;
    else {
      const length = (sign & Sign.mark) === 0 ? 0 : markLength(text, i, end);
      i += Math.max(length, 1);
      if (length > 0) border = i;
    }
  }
  return { start: border, signs: seen };
}

/** A dash is a mark only where two stand together; 0 for a single one. */
function markLength(text: string, offset: number, end: number): number {
  if (text.charCodeAt(offset) !== DASH) return 1;
  return offset + 1 < end && text.charCodeAt(offset + 1) === DASH ? 2 : 0;
}

const DASH = '—'.charCodeAt(0);

/** 5年间, 2024年内, 三年来: the particle belongs to the time; 内 of 内蒙古 does not. */
function timeEnd(text: string, end: number): number {
  if (((wordTables().signs[text.charCodeAt(end)] ?? 0) & Sign.endsTime) === 0) return end;
  return TIME_PARTICLE.test(text.slice(end, end + 2)) ? end + 1 : end;
}

const TIME_PARTICLE = /^(?:间(?!接|隔)|内(?!蒙|地|外|部)|来(?!自|源|访|华|宾)|底|末(?!端)|初(?!中|级|步|期))/;

const NOMINALISING =
  /^(?:率(?!先)|额(?!度|外|尔)|者|性(?!别|格|能)|会(?![议商同见谈计诊晤战展客演])|费(?!用|尽)|量(?!化|子|刑|身)|度(?!假|过))/;
const VERBAL = Role.lightVerb | Role.tellingVerb | Role.changeVerb | Role.stop;

/** 利用率, 完成额, 参与者: a verb with a suffix is a noun. */
function isNominal(text: string, offset: number): boolean {
  return NOMINALISING.test(text.slice(offset, offset + 2));
}

/** 投产后, 登陆时: a verb that says when. 后续 and 时间 are words of their own. */
function isOccasion(text: string, offset: number): boolean {
  const particle = text.charAt(offset);
  if (particle === '后') return !'续备勤期台方'.includes(text.charAt(offset + 1) || '。');
  return particle === '时' && !'间速长段代效期任限点'.includes(text.charAt(offset + 1) || '。');
}

/** Opening marks, each with its closing one at the same place below. */
const OPENERS = '“《（(‘【〔';
const CLOSERS = '”》）)’】〕';

/** End of a quotation or bracket that opens at `offset`; 0 where none does. An opener without its closer is a mark. */
function closerOf(text: string, offset: number, end: number): number {
  const pair = OPENERS.indexOf(text.charAt(offset));
  if (pair === -1) return 0;
  const closer = CLOSERS.charCodeAt(pair);
  const limit = Math.min(end, offset + LONGEST_QUOTE);
  for (let i = offset + 1; i < limit; i++) if (text.charCodeAt(i) === closer) return i + 1;
  return 0;
}

function pushWord(cut: Word[], start: number, end: number, roles: number): number {
  cut.push({ start, end, roles });
  return end;
}

/** Runs on from the word before, but not over a closing bracket: （只）牲畜 are two words. */
function pushPlain(text: string, cut: Word[], start: number, end: number): number {
  const last = cut[cut.length - 1];
  const isJoined = last !== undefined && last.roles === Role.plain && last.end === start;
  if (isJoined && ((wordTables().signs[text.charCodeAt(start - 1)] as number) & Sign.closes) === 0) last.end = end;
  else cut.push({ start, end, roles: Role.plain });
  return end;
}

/** The roles of all words together: what none of them has need not be looked for. */
export function rolesOf(words: readonly Word[]): number {
  let roles = 0;
  for (const word of words) roles |= word.roles;
  return roles;
}

export function hasRole(word: Word | undefined, roles: number): boolean {
  return word !== undefined && (word.roles & roles) !== 0;
}
