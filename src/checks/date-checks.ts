import type { Document } from '../document/document.js';
import type { DateMention } from '../recognisers/mentions.js';
import type { Finding } from './check.js';

/** Intervals that end before they begin, and events told as past that are dated after the document. */
export function checkDates(document: Document, dates: readonly DateMention[]): Finding[] {
  const findings: Finding[] = [];
  for (const date of dates) {
    const finding = orderFinding(document, date) ?? futureFinding(document, date);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

/** 3月15日至3月5日 within one year. */
function orderFinding(document: Document, date: DateMention): Finding | null {
  if (date.value === null || !date.value.includes('/')) return null;
  const match = /^(\d{4}(?:-\d{2}){0,2})\/(\d{4}(?:-\d{2}){0,2})$/.exec(date.value);
  if (match === null || (match[1] as string).length !== (match[2] as string).length) return null;
  if ((match[1] as string) <= (match[2] as string)) return null;
  const message = `“${document.view.label(date)}” ends before it begins: ${match[1]} to ${match[2]}.`;
  return { code: 'date-order', severity: 'warning', message, mentions: [date] };
}

const LONGEST_CLAUSE = 60;

/** 2021年8月5日召开了 in a document of 2021-03-16: only a full day of the text's own, only before 了 or behind 已. */
function futureFinding(document: Document, date: DateMention): Finding | null {
  const { published } = document.metadata;
  const { value, type, resolvedBy } = date;
  if (published === null || value === null || type !== 'date' || resolvedBy !== 'explicit') return null;
  if (value <= published || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const clause = /^[^。；！？\n]*/.exec(document.text.slice(date.end, date.end + LONGEST_CLAUSE))?.[0] ?? '';
  if (!/^[^将拟]{0,30}(?:了|已经?)(?!解)/.test(clause)) return null;
  const message = `“${document.view.label(date)}” is told as past but lies after the document's own date ${published}.`;
  return { code: 'date-order', severity: 'warning', message, mentions: [date] };
}
