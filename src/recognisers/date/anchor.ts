import type { Document } from '../../document/document.js';
import { type PartialDate, readIsoDate } from './civil-day.js';
import { writeDate } from './edtf.js';
import { collectEvidence, type Evidence, latest } from './evidence.js';
import type { Expression } from './expression.js';
import { earliestOwnYear, ownYear } from './own-year.js';
import type { Scan } from './scan.js';

export type AnchorFrom = 'option' | 'published' | 'dateline' | 'text' | null;

export interface Anchor {
  /** ISO, to the day, month or year that is known */
  iso: string | null;
  from: AnchorFrom;
}

/**
 * The date that 今年 and 3月5日 are read against: the option, the document's own stamp, its dateline, then what the text fixes.
 */
export function chooseAnchor(
  scan: Scan,
  document: Document,
  expressions: readonly Expression[],
  option: string | null,
): Anchor {
  if (option !== null) return { iso: option, from: 'option' };
  const { published, dateline } = document.metadata;
  if (published !== null) return { iso: published, from: 'published' };
  if (dateline !== null) return { iso: dateline, from: 'dateline' };
  const iso = textAnchor(scan, document, expressions);
  return { iso, from: iso === null ? null : 'text' };
}

/** The latest full date that the text speaks of as past; else its own year with the latest day named in it. */
function textAnchor(scan: Scan, document: Document, expressions: readonly Expression[]): string | null {
  const evidence = collectEvidence(document, expressions);
  const session = sessionAnchor(scan, evidence);
  if (session !== null) return session;
  const year = ownYear(scan, document, expressions, evidence);
  const full = latest(evidence, (date) => date.isFull);
  if (full !== null && isContradicted(evidence, full)) return null;
  if (full !== null && (full.year as number) >= Math.max(year ?? 0, earliestOwnYear(scan, evidence)))
    return writeDate(full);
  if (year === null) return null;
  const day = datelineDay(scan, evidence) ?? latest(evidence, (date) => date.isDayOfSomeYear);
  return writeDate(day === null ? { year, month: null, day: null } : { ...day, year });
}

/**
 * A bare 13日 speaks of the month that the text is from. Where such days stand apart from every month, a full date of another
 * month is told about: 2017年12月22日 in one paragraph, 13日 in another.
 */
function isContradicted(evidence: readonly Evidence[], full: PartialDate): boolean {
  const withMonth = evidence.filter((date) => date.month !== null);
  if (withMonth.some((date) => date.year === null && date.month === full.month)) return false;
  const explained = new Set(withMonth.map((date) => date.paragraph));
  return evidence.some(
    (date) => date.day !== null && date.month === null && date.year === null && !explained.has(date.paragraph),
  );
}

/** 新华社北京9月22日电: the day of a dateline that names no year. */
function datelineDay(scan: Scan, evidence: readonly Evidence[]): PartialDate | null {
  const found = evidence.find(
    ({ expression, month }) =>
      month !== null && /^(?:电|讯|专电)/.test(scan.text.slice(expression.end, expression.end + 2)),
  );
  return found === undefined ? null : { year: null, month: found.month, day: found.day };
}

/** 十三届全国人大五次会议8日上午举行: a day that falls into the session which the text reports. */
function sessionAnchor(scan: Scan, evidence: readonly Evidence[]): string | null {
  const hit = scan.hits.find(({ entry }) => entry.kind === 'session');
  if (hit === undefined || hit.entry.kind !== 'session' || hit.start > 600) return null;
  const [from, to] = [readIsoDate(hit.entry.from), readIsoDate(hit.entry.to)];
  const { end } = hit;
  const within = evidence.filter(({ expression, year, month, day }) => {
    if (day === null || year !== null || (month !== null && month !== from.month)) return false;
    return (
      expression.start >= end && expression.start < end + 40 && day >= (from.day ?? 1) - 3 && day <= (to.day ?? 31)
    );
  });
  const day = within[0]?.day ?? null;
  return day === null ? null : writeDate({ ...from, day });
}
