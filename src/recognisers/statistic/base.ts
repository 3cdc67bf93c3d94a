import { hasRole, type Word } from './clause.js';
import { Role } from './role.js';

const LONGEST_BASE = 18;
const ENDS = Role.changeVerb | Role.changeNoun | Role.adverb | Role.approximation | Role.level | Role.mark | Role.pause;

/**
 * Marks the words that name what is compared with: 比上年, 较“十三五”末的, 与2018年相比.
 * They are neither label nor verb, but say the basis of a change.
 */
export function markBases(text: string, words: Word[]): void {
  for (let i = 0; i < words.length; i++) {
    if (!hasRole(words[i], Role.compare)) continue;
    if (text.startsWith('相比', (words[i] as Word).start)) markBack(text, words, i);
    else markAhead(text, words, i);
  }
}

function markAhead(text: string, words: Word[], compare: number): void {
  const first = words[compare] as Word;
  let to = compare + 1;
  while (
    to < words.length &&
    !hasRole(words[to], ENDS & ~Role.changeVerb) &&
    (words[to] as Word).end - first.start <= LONGEST_BASE
  ) {
    if (hasRole(words[to], Role.changeVerb)) break;
    to++;
  }
  if (to === compare + 1) return;
  const isStrict = text.charAt(first.start) === '同' || text.charAt(first.start) === '跟';
  if (isStrict && !hasRole(words[compare + 1], Role.time)) return;
  for (let i = compare; i < to; i++) (words[i] as Word).roles = Role.base;
}

/** 与2018年相比: from 与 on. */
function markBack(text: string, words: Word[], compare: number): void {
  const end = words[compare] as Word;
  for (let from = compare - 1; from >= 0 && end.end - (words[from] as Word).start <= LONGEST_BASE; from--) {
    if (hasRole(words[from], Role.mark)) return;
    if (
      !/[与同跟和]/.test(text.charAt((words[from] as Word).start)) ||
      (words[from] as Word).end - (words[from] as Word).start > 1
    )
      continue;
    for (let i = from; i <= compare; i++) (words[i] as Word).roles = Role.base;
    return;
  }
}

export type Basis = 'yoy' | 'mom' | 'prior';

/** 上年, 去年同期: yoy; 上月: mom; a year is yoy where it is the one before the period spoken of; all else prior. */
export function classifyBase(base: string, periodYear: number | null): Basis {
  if (/上年|去年|前一年|上一年|同期/.test(base) && !/\d{4}年/.test(base)) return 'yoy';
  if (/上月|上季|上周|上期|前一月|上个月|前一季|一季度|二季度|三季度|四季度/.test(base)) return 'mom';
  const year = /(\d{4})年/.exec(base);
  return year !== null && periodYear !== null && Number(year[1]) === periodYear - 1 ? 'yoy' : 'prior';
}
