import type { Document, Issue } from '../../document/document.js';
import { CharSet } from '../../text/char-set.js';
import type { Claims } from '../claims.js';
import type { DateMention } from '../mentions.js';
import { type AnchorFrom, chooseAnchor } from './anchor.js';
import { readIsoDate } from './civil-day.js';
import type { Expression, PointExpression } from './expression.js';
import { matchDates } from './match-dates.js';
import { Place } from './place.js';
import { Reference } from './reference.js';
import { type RelationReading, readRelation } from './relation.js';
import { reportedYear } from './reported-year.js';
import { type Resolution, resolve, resolvePoints } from './resolve.js';
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
  const reference = new Reference(document.text, day, reportedYear(document, expressions, day));
  const place = new Place(document);
  const dates: DateMention[] = [];
  const issues: Issue[] = [];
  for (const expression of expressions) {
    const reading = readRelation(document.text, expression);
    if (expression.kind !== 'point') {
      dates.push(resolve(expression, reading, reference));
      continue;
    }
    const { mention, fault } = resolveInPlace(document.text, expression, reading, reference, place);
    dates.push(mention);
    if (fault !== null) issues.push(faultIssue(expression, fault));
  }
  return { dates, anchor: anchor.iso, anchorFrom: anchor.from, issues };
}

function resolveInPlace(
  text: string,
  expression: PointExpression,
  reading: RelationReading,
  reference: Reference,
  place: Place,
): Resolution {
  place.moveTo(expression.start);
  reference.moveTo(expression, place);
  const resolution = resolvePoints(expression, reading, reference);
  const { named } = resolution;
  if (named === null || place.kind === 'furniture' || isBase(text, expression)) return resolution;
  reference.note(named, leadsOn(text, expression, resolution));
  place.noteInHeading(named);
  return resolution;
}

/** 比2015年, 与上年相比: what something is measured by. */
function isBase(text: string, { start, point }: PointExpression): boolean {
  const isPrior = point.year !== null && point.year.base === 'either' && point.year.value < 0;
  return isPrior || COMPARES.has(text.charCodeAt(start - 1));
}

/** A goal or a term (到2035年, 至2月16日, 5月1日前) says nothing about the dates that follow. */
function leadsOn(text: string, expression: PointExpression, { mention }: Resolution): boolean {
  if (mention.relation === 'until' || mention.relation === 'before') return false;
  return !AIMS.has(text.charCodeAt(expression.start - 1));
}

function faultIssue(expression: Expression, fault: string): Issue {
  return { start: expression.start, end: expression.end, code: 'impossible-date', severity: 'warning', message: fault };
}
