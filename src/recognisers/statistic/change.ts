import { hasRole, type Word } from './clause.js';
import { Role } from './role.js';
import { Sign } from './signs.js';
import { type Direction, wordTables } from './word-tables.js';

/** That a figure says by how much something rose or fell. */
export interface ChangeReading {
  direction: Direction;
  /** `verb`: 增长5%; `noun`: 增速5%, 涨幅为2%; `fronted`: 压减开采量2亿立方米; `more`: 比上年多30个 */
  form: 'verb' | 'noun' | 'fronted' | 'more';
  /** index of the first word that is what rose or fell, for `fronted` */
  objectFrom: number;
}

/** Whether a figure can stand behind a verb and its object: `amounts` for counts and measures, `shares` for what else can. */
export type Fronting = 'never' | 'amounts' | 'shares';

const PASSED = Role.adverb | Role.approximation | Role.aspect;
const MORE: Record<string, Direction> = { 多: 'up', 高: 'up', 少: 'down', 低: 'down' };

/** Reads the words before a figure for a verb or noun of change. null where the figure states a level. */
export function readChange(text: string, words: readonly Word[], fronting: Fronting): ChangeReading | null {
  const last = lastSaying(words);
  const word = words[last];
  if (word === undefined) return null;
  if (hasRole(word, Role.changeVerb)) return { direction: directionOf(text, word), form: 'verb', objectFrom: -1 };
  if (hasRole(word, Role.changeNoun)) return { direction: directionOf(text, word), form: 'noun', objectFrom: -1 };
  const noun = nounBehindLevel(words, last);
  if (noun !== null) return { direction: directionOf(text, noun), form: 'noun', objectFrom: -1 };
  const isBesideBase = word.end - word.start === 1 && hasRole(words[last - 1], Role.base);
  const more = isBesideBase ? MORE[text.charAt(word.start)] : undefined;
  if (more !== undefined) return { direction: more, form: 'more', objectFrom: -1 };
  return fronting === 'never' ? null : frontedChange(text, words, fronting === 'amounts');
}

function lastSaying(words: readonly Word[]): number {
  let last = words.length - 1;
  while (
    last >= 0 &&
    hasRole(words[last], PASSED) &&
    !hasRole(words[last], Role.changeVerb | Role.changeNoun | Role.level)
  )
    last--;
  return last;
}

function directionOf(text: string, word: Word): Direction {
  return wordTables().directions.get(text.slice(word.start, word.end)) ?? 'up';
}

const TRAILING =
  Role.level | Role.adverb | Role.time | Role.approximation | Role.preposition | Role.of | Role.aspect | Role.base;

/** 增长率已经连续11个季度稳定在6.7%, 增长预期由此前的6.4%: the noun of change stands before the marker of level. */
function nounBehindLevel(words: readonly Word[], last: number): Word | null {
  let i = last;
  while (i >= 0 && hasRole(words[i], TRAILING) && !hasRole(words[i], Role.changeVerb | Role.changeNoun)) i--;
  const word = words[i];
  return i < last && hasRole(word, Role.changeNoun) ? (word as Word) : null;
}

/** 提升40所高中, 提高亩产: what is improved is not what is counted. */
const IMPROVES = /^提[升高]/;

/** 压减地下水开采量21.5亿立方米: the verb first, then what was cut, then by how much. */
function frontedChange(text: string, words: readonly Word[], countsThings: boolean): ChangeReading | null {
  const last = words.length - 1;
  if (hasRole(words[last], Role.level | Role.of)) return null;
  for (let i = last - 1; i >= 0; i--) {
    if (hasRole(words[i], Role.of | Role.mark | Role.pause | Role.conjunction)) return null;
    if (hasRole(words[i], Role.nominal) && words[i - 1]?.roles === Role.plain) continue;
    if (!hasRole(words[i], Role.changeVerb)) {
      if (hasRole(words[i], Role.lightVerb | Role.tellingVerb) && !hasRole(words[i], Role.nominal)) return null;
      continue;
    }
    if (countsThings && IMPROVES.test(text.slice(words[i]?.start, words[i]?.end))) return null;
    // 加快了拥有10个泊位的港区建设
    if (hasRole(words[i + 1], Role.aspect) && hasRole(words[i + 2], Role.stop)) return null;
    if (hasRole(words[i + 1], Role.lightVerb | Role.tellingVerb | Role.changeVerb | Role.of | Role.pause)) return null;
    return { direction: directionOf(text, words[i] as Word), form: 'fronted', objectFrom: i + 1 };
  }
  return null;
}

/** 增, 降, 快 right before a figure: split off from the run of characters that they end. */
export function splitSingleVerb(text: string, words: Word[]): void {
  const last = words[words.length - 1];
  if (last === undefined || last.roles !== Role.plain) return;
  if (((wordTables().signs[text.charCodeAt(last.end - 1)] as number) & Sign.changes) === 0) return;
  const isMore = last.end - last.start === 1 && hasRole(words[words.length - 2], Role.base);
  if (isMore && MORE[text.charAt(last.end - 1)] !== undefined) return;
  const end = last.end;
  if (end - last.start > 1) last.end--;
  else words.pop();
  words.push({ start: end - 1, end, roles: Role.changeVerb });
}
