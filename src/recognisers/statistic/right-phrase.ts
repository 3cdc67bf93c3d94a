import type { Span } from '../../text/span.js';
import { hasRole, type Word } from './clause.js';
import { Role } from './word-tables.js';

/** What stands behind a figure. `noun`: 名政法干警; `verb`: 件已办结, 人参加会议. */
export interface RightReading extends Span {
  isNoun: boolean;
  /** 的 stands between: 100亿元的信用贷款 */
  isAfterOf: boolean;
}

const STOPS =
  Role.adverb | Role.preposition | Role.connective | Role.lightVerb | Role.tellingVerb | Role.changeVerb | Role.level | Role.approximation |
  Role.compare | Role.stop | Role.aspect | Role.time | Role.mark;
const JOINS = Role.pause | Role.conjunction;
const LONGEST_VERB_PHRASE = 16;

/** The noun phrase behind the measure word, else the verb phrase; null where the clause ends there. */
export function readRight(text: string, words: readonly Word[]): RightReading | null {
  const isAfterOf = hasRole(words[0], Role.of);
  const from = isAfterOf ? 1 : 0;
  const first = words[from];
  if (first === undefined || hasRole(first, JOINS | Role.mark | Role.of)) return null;
  const head = relativeHead(text, words, from);
  if (head !== null) return nounFrom(words, head, isAfterOf);
  if (!hasRole(first, STOPS) || isModifyingVerb(words, from)) return nounFrom(words, from, isAfterOf);
  return verbPhrase(words, from, isAfterOf);
}

/** 新增项目, 在建项目: a telling verb right before a noun modifies it behind a measure word. */
function isModifyingVerb(words: readonly Word[], i: number): boolean {
  return hasRole(words[i], Role.tellingVerb) && !hasRole(words[i], Role.stop) && words[i + 1]?.roles === Role.plain;
}

/** 40名政治素质高、业务能力强的干部, 248条有案不立的问题: the head stands behind 的. Index of its first word, -1 for none. */
function relativeHead(text: string, words: readonly Word[], from: number): number | null {
  let of = -1;
  let hasList = false;
  for (let i = from; i < words.length; i++) {
    if (hasRole(words[i], Role.of)) of = i;
    else if (of === -1 && hasRole(words[i], Role.pause)) hasList = true;
    if (of !== -1) break;
  }
  if (of <= from || of + 1 >= words.length) return null;
  const isVerbal = hasRole(words[from], STOPS & ~Role.adverb) || hasRole(words[from], Role.adverb);
  const isAdjectival = ADJECTIVE_END.test(text.charAt((words[of] as Word).start - 1)) && !hasStop(words, from, of);
  if (!isVerbal && !isAdjectival && !(hasList && !hasStop(words, from, of))) return null;
  return of + 1;
}

const ADJECTIVE_END = /[高强严好大多少优低新硬深广重]/;

function hasStop(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (hasRole(words[i], STOPS)) return true;
  return false;
}

function nounFrom(words: readonly Word[], from: number, isAfterOf: boolean): RightReading | null {
  let to = from;
  while (to < words.length && isNounPart(words, to, from)) to++;
  while (to > from && hasRole(words[to - 1], JOINS | Role.of)) to--;
  if (to === from) return null;
  return { start: (words[from] as Word).start, end: (words[to - 1] as Word).end, isNoun: true, isAfterOf };
}

function isNounPart(words: readonly Word[], i: number, from: number): boolean {
  const word = words[i] as Word;
  if (hasRole(word, Role.of)) return false;
  if (hasRole(word, JOINS)) return words[i + 1]?.roles === Role.plain;
  return !hasRole(word, STOPS) || (i === from && hasRole(word, Role.tellingVerb));
}

/** 已办结, 正在核查中, 参加会议: to the end of the clause. */
function verbPhrase(words: readonly Word[], from: number, isAfterOf: boolean): RightReading | null {
  const start = (words[from] as Word).start;
  let to = from;
  while (to < words.length && !hasRole(words[to], JOINS) && (words[to] as Word).end - start <= LONGEST_VERB_PHRASE) to++;
  if (to === from) return null;
  return { start, end: (words[to - 1] as Word).end, isNoun: false, isAfterOf };
}
