import type { Document, Issue } from '../../document/document.js';
import { CharSet } from '../../text/char-set.js';
import type { Claims } from '../claims.js';
import type { DateMention } from '../mentions.js';
import { type AnchorFrom, chooseAnchor } from './anchor.js';
import { readIsoDate } from './civil-day.js';
import type { Expression } from './expression.js';
import { matchDates } from './match-dates.js';
import { Place } from './place.js';
import { Reference } from './reference.js';
import { readRelation } from './relation.js';
import { reportedYear } from './reported-year.js';
import { type Resolution, resolve } from './resolve.js';
import { Scan } from './scan.js';

/** Right before a date: 比2015年, and 到2035年. */
const COMPARES = new CharSet('比较与同按');
const AIMS = new CharSet('到至');

export interface Dates {
  dates: DateMention[];
  anchor: string | null;
  anchorFrom: AnchorFrom;
  issues: Issue[];
}

/** Reads the dates of a document: match all, choose what they are read against, then resolve each in its place. */
export function readDates(document: Document, claims: Claims, options: { anchor: string | null }): Dates {
  const scan = new Scan(document);
  const expressions = matchDates(scan, claims);
  const anchor = chooseAnchor(scan, document, expressions, options.anchor);
  const day = anchor.iso === null ? null : readIsoDate(anchor.iso);
  const reference = new Reference(day, reportedYear(document, expressions, day));
  const place = new Place(document);
  const dates: DateMention[] = [];
  const issues: Issue[] = [];
  for (const expression of expressions) {
    const { mention, fault } = resolveInPlace(document.text, expression, reference, place);
    dates.push(mention);
    if (fault !== null) issues.push(faultIssue(expression, fault));
  }
  return { dates, anchor: anchor.iso, anchorFrom: anchor.from, issues };
}

function resolveInPlace(text: string, expression: Expression, reference: Reference, place: Place): Resolution {
  place.moveTo(expression.start);
  reference.moveTo(place.paragraph, place.sentence, place.headingDate(), isAhead(text, expression));
  const resolution = resolve(expression, readRelation(text, expression), reference);
  const { named } = resolution;
  if (named === null || place.kind === 'furniture' || isBase(text, expression)) return resolution;
  reference.note(named, leadsOn(text, expression, resolution));
  place.noteInHeading(named);
  return resolution;
}

/** 将于3月5日, 拟于明年: what is to come. */
function isAhead(text: string, { start, end }: Expression): boolean {
  return saysAhead(text, Math.max(0, start - 8), start) || saysAhead(text, end, end + 3);
}

/** 将, 拟, 定于, 预计 or 计划 between the offsets. */
function saysAhead(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === WILL || code === INTENDS) return true;
    if (i + 1 < to && (code === SET || code === FORESEES || code === PLANS) && isAheadPair(text, i)) return true;
  }
  return false;
}

/** 将, 拟 and the first characters of 定于, 预计, 计划. */
const [WILL, INTENDS, SET, FORESEES, PLANS] = [0x5c06, 0x62df, 0x5b9a, 0x9884, 0x8ba1];

function isAheadPair(text: string, offset: number): boolean {
  return text.startsWith('定于', offset) || text.startsWith('预计', offset) || text.startsWith('计划', offset);
}

/** 比2015年, 与上年相比: what something is measured by. */
function isBase(text: string, expression: Expression): boolean {
  const isPrior =
    expression.kind === 'point' && expression.point.year?.base === 'either' && expression.point.year.value < 0;
  return isPrior || COMPARES.has(text.charCodeAt(expression.start - 1));
}

/** A goal or a term (到2035年, 至2月16日, 5月1日前) says nothing about the dates that follow. */
function leadsOn(text: string, expression: Expression, { mention }: Resolution): boolean {
  if (mention.relation === 'until' || mention.relation === 'before') return false;
  return !AIMS.has(text.charCodeAt(expression.start - 1));
}

function faultIssue(expression: Expression, fault: string): Issue {
  return { start: expression.start, end: expression.end, code: 'impossible-date', severity: 'warning', message: fault };
}
