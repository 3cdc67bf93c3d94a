import { CharSet } from '../../text/char-set.js';
import type { DateMention } from '../mentions.js';
import type { Expression } from './expression.js';
import { wordAt } from './scan.js';

export interface RelationReading {
  relation: DateMention['relation'];
  /** 或之前, 及以后, 底前: the date itself is meant, too */
  isInclusive: boolean;
}

const AT: RelationReading = { relation: 'at', isInclusive: true };
const SINCE: RelationReading = { relation: 'since', isInclusive: true };
const UNTIL: RelationReading = { relation: 'until', isInclusive: true };
const BEFORE_WORDS = ['以前', '之前', '前'];
const AFTER_WORDS = ['以后', '之后', '后'];
/** 前 and 后 that open another word: 前往, 后续. */
const NO_RELATION: Record<string, string> = { 前: '后往来列沿夕言一两三几半述', 后: '续来勤备台半面' };
const UNTIL_WORDS = ['不晚于', '不迟于', '截止到', '截止至', '截至', '截止', '最迟', '直到', '直至'];
/** 从 alone is a base (从2020年的82.4岁提升至…); it means since only with 起 or 开始 behind. */
const SINCE_WORDS = ['自从', '自', '始于'];

/** How the words around a date place what is said: 截至3月底 until, 2018年以来 and 自3月1日起 since, 5月1日前 before. */
export function readRelation(text: string, expression: Expression): RelationReading {
  if (expression.isSince) return SINCE;
  if (expression.kind === 'distance' || expression.kind === 'duration') return AT;
  return readBehind(text, expression.end) ?? readBefore(text, expression.start);
}

/** Last characters of the words that stand before: 从, 自, 于, 到, 至, 止, 迟. */
const LAST_BEFORE = new CharSet('从自于到至止迟');
/** What may come between. */
const BETWEEN = new CharSet('“（ \n\t\u3000');

function readBefore(text: string, start: number): RelationReading {
  const from = Math.max(0, start - 4);
  let end = start;
  while (end > from && BETWEEN.has(text.charCodeAt(end - 1))) end--;
  if (!LAST_BEFORE.has(text.charCodeAt(end - 1))) return AT;
  const before = text.slice(from, end);
  if (endsWithWord(before, SINCE_WORDS)) return SINCE;
  if (endsWithWord(before, UNTIL_WORDS)) return UNTIL;
  return TO.has(text.charCodeAt(end - 1)) && BEFORE_TO.test(before) ? UNTIL : AT;
}

/** 到 is until after a mark or a verb of lasting or aiming (到2035年, 力争到, 延长到); 注意到近期 and 来到3月 are not. */
const TO = new CharSet('到至');
const BEFORE_TO = /(?:^|[^\u4e00-\u9fff]|[争取保划计出长续迟延期])[到至]$/;

function endsWithWord(before: string, words: readonly string[]): boolean {
  for (const word of words) if (before.endsWith(word)) return true;
  return false;
}

/** First characters of the words that stand behind. */
const FIRST_BEHIND = new CharSet('或及以之前后起开');

function readBehind(text: string, end: number): RelationReading | null {
  if (!FIRST_BEHIND.has(text.charCodeAt(end))) return null;
  const joint = wordAt(text, end, ['或', '及']);
  const at = end + (joint?.length ?? 0);
  const before = relationWord(text, at, BEFORE_WORDS);
  if (before) return { relation: 'before', isInclusive: joint !== null || /[底末]/.test(text.charAt(end - 1)) };
  // 1月1日以后 counts the day itself; 2018年以后 begins with 2019
  if (relationWord(text, at, AFTER_WORDS))
    return { relation: 'after', isInclusive: joint !== null || /[日号\d]/.test(text.charAt(end - 1)) };
  const isSince =
    wordAt(text, end, ['起步', '起来', '起点', '起草']) === null && wordAt(text, end, ['起', '开始']) !== null;
  return isSince ? SINCE : null;
}

function relationWord(text: string, offset: number, words: readonly string[]): boolean {
  const word = wordAt(text, offset, words);
  if (word === null) return false;
  const next = text.charAt(offset + word.length);
  return next === '' || !(NO_RELATION[word] ?? '').includes(next);
}
