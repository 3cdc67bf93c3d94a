import type { Document, Paragraph } from '../../document/document.js';
import { CharSet } from '../../text/char-set.js';
import type { DateMention, StatisticMention } from '../mentions.js';

const BASE_BEFORE = new CharSet('比较与同从由自');
const DAYS_OF_A_PERIOD = 27;

/**
 * The date a figure holds at or covers: the nearest before it in its sentence; else the last period (上半年) or closing date (截至3月底)
 * of its paragraph. The day of an event ends with its sentence.
 */
export function linkDates(
  document: Document,
  mentions: readonly StatisticMention[],
  dates: readonly DateMention[],
): void {
  let k = 0;
  let paragraph = 0;
  let sentence = 0;
  let current: DateMention | null = null;
  let isLastingNow: boolean | null = null;
  for (const mention of mentions) {
    while (paragraph < document.paragraphs.length && (document.paragraphs[paragraph] as Paragraph).end <= mention.start)
      paragraph++;
    while (sentence < document.sentences.length && (document.sentences[sentence]?.end ?? 0) <= mention.start)
      sentence++;
    const paragraphStart = document.paragraphs[paragraph]?.start ?? 0;
    const sentenceStart = document.sentences[sentence]?.start ?? paragraphStart;
    while (k < dates.length && (dates[k] as DateMention).end <= mention.start) {
      if (isPeriod(document.text, dates[k] as DateMention)) {
        current = dates[k] as DateMention;
        isLastingNow = null;
      }
      k++;
    }
    if (current === null || current.start < paragraphStart) continue;
    if (current.start < sentenceStart) isLastingNow ??= isLasting(document.text, current);
    if (current.start >= sentenceStart || isLastingNow) mention.asOf = current;
  }
}

function isLasting(text: string, date: DateMention): boolean {
  if (isUntil(text, date.start)) return true;
  if (date.earliest === null || date.latest === null) return date.type === 'interval';
  if (date.earliest === date.latest) return false;
  return isFarBehind(date.earliest, date.latest);
}

/** 截至, 截止, 到. */
function isUntil(text: string, offset: number): boolean {
  const before = text.charAt(offset - 1);
  return before === '至' || before === '到' || (before === '止' && text.charAt(offset - 2) === '截');
}

/** Most periods are whole years, told apart by their months alone. */
function isFarBehind(earliest: string, latest: string): boolean {
  if (earliest.endsWith('-01-01') && latest.endsWith('-12-31')) return true;
  return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 >= DAYS_OF_A_PERIOD;
}

/** Bases of comparison, anniversaries and dates inside a modifier (2020年的) say nothing of the time of a figure. */
function isPeriod(text: string, date: DateMention): boolean {
  if (date.value === null || date.type === 'duration' || date.type === 'set') return false;
  if (text.startsWith('周年', date.end - 2)) return false;
  return !BASE_BEFORE.has(text.charCodeAt(date.start - 1));
}
