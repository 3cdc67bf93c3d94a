import type { Document, ParagraphKind } from '../../document/document.js';
import { indexAt } from '../../document/sentences.js';
import { daysInMonth, type PartialDate, readIsoDate } from './civil-day.js';
import { writeDate } from './edtf.js';
import type { Expression } from './expression.js';
import { earliestOwnYear, ownYear } from './own-year.js';
import type { Scan } from './scan.js';

export type AnchorFrom = 'option' | 'published' | 'dateline' | 'text' | null;

export interface Anchor {
  /** ISO, to the day, month or year that is known */
  iso: string | null;
  from: AnchorFrom;
}

/** A date of the text that can say when the text itself is from. */
export interface Evidence {
  expression: Expression & { kind: 'point' };
  year: number | null;
  month: number | null;
  day: number | null;
  /** 比2015年, 到2035年, 将于3月: not the time the text speaks from */
  isElsewhere: boolean;
  kind: ParagraphKind;
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
  const evidence = collectEvidence(scan, document, expressions);
  const session = sessionAnchor(scan, evidence);
  if (session !== null) return session;
  const year = ownYear(scan, document, expressions, evidence);
  const full = latest(evidence.filter((date) => date.year !== null && date.month !== null && date.day !== null));
  if (full !== null && isContradicted(document, evidence, full)) return null;
  if (full !== null && (full.year as number) >= Math.max(year ?? 0, earliestOwnYear(scan, evidence)))
    return writeDate(full);
  if (year === null) return null;
  const day =
    datelineDay(scan, evidence) ??
    latest(evidence.filter((date) => date.year === null && date.month !== null && date.day !== null));
  return writeDate(day === null ? { year, month: null, day: null } : { ...day, year });
}

/** Texts of this genre in digital form begin about here; an older date is told about, not told from. */
const EARLIEST_YEAR = 1978;

function collectEvidence(scan: Scan, document: Document, expressions: readonly Expression[]): Evidence[] {
  const evidence: Evidence[] = [];
  for (const expression of expressions) {
    if (expression.kind !== 'point' || expression.isSince) continue;
    const kind = document.paragraphs[indexAt(document.paragraphs, expression.start)]?.kind ?? 'text';
    if (kind === 'furniture' || kind === 'metadata') continue;
    const { point } = expression;
    const named = (ref: typeof point.year): number | null => (ref?.base === 'absolute' ? ref.value : null);
    const date = { year: named(point.year), month: named(point.month), day: named(point.day) };
    const isCounted = [point.year, point.month, point.day].some((ref) => ref !== null && ref.base !== 'absolute');
    if (isCounted || !isPossible(date)) continue;
    evidence.push({ expression, ...date, isElsewhere: isElsewhere(scan.text, expression), kind });
  }
  return evidence;
}

function isPossible({ year, month, day }: PartialDate): boolean {
  if (year !== null && year < EARLIEST_YEAR) return false;
  return month === null || (month <= 12 && (day ?? 1) <= daysInMonth(year, month));
}

const AHEAD =
  /(?:将|拟|计划|预计|力争|争取|确保)[于在到至]$|(?:定于|预计|力争|争取|确保|(?<!截止)到|(?<!截)至|自|从|比|较|与|同|按)$/;
const AHEAD_BEHIND = /^(?:起|前|之前|以前|相比)/;
/** 决定云河市第十五届人民代表大会第一次会议于2022年1月5日召开: a day appointed. */
const APPOINTED = /(?:决定|建议|提议|将|拟|定|计划|预计)[^。；]{0,34}于$/;
/** 2024年工作回顾: a report looks back on the year before its own. */
const LOOKED_BACK = /^[^，。；、\d]{0,14}回顾/;

/** A base, a goal, a date to come, or one inside the title of a document (《…（2024年）》). */
function isElsewhere(text: string, expression: Expression & { kind: 'point' }): boolean {
  const before = text.slice(Math.max(0, expression.start - 6), expression.start).replace(/[“（\s]+$/, '');
  if (AHEAD.test(before) || AHEAD_BEHIND.test(text.slice(expression.end, expression.end + 3))) return true;
  if (APPOINTED.test(text.slice(Math.max(0, expression.start - 40), expression.start))) return true;
  if (LOOKED_BACK.test(text.slice(expression.end, expression.end + 17))) return true;
  return expression.to !== null;
}

function latest(dates: readonly Evidence[]): PartialDate | null {
  let best: PartialDate | null = null;
  let bestKey = '';
  for (const { year, month, day, isElsewhere } of dates) {
    const key = writeDate({ year, month, day });
    if (isElsewhere || key <= bestKey) continue;
    [best, bestKey] = [{ year, month, day }, key];
  }
  return best;
}

/**
 * A bare 13日 speaks of the month that the text is from. Where such days stand apart from every month, a full date of another
 * month is told about: 2017年12月22日 in one paragraph, 13日 in another.
 */
function isContradicted(document: Document, evidence: readonly Evidence[], full: PartialDate): boolean {
  const paragraphOf = ({ expression }: Evidence): number => indexAt(document.paragraphs, expression.start);
  const withMonth = evidence.filter((date) => date.month !== null);
  if (withMonth.some((date) => date.year === null && date.month === full.month)) return false;
  const explained = new Set(withMonth.map(paragraphOf));
  return evidence.some(
    (date) => date.day !== null && date.month === null && date.year === null && !explained.has(paragraphOf(date)),
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
