import type { Document, Issue } from '../../document/document.js';
import { indexAt } from '../../document/sentences.js';
import type { Claims } from '../claims.js';
import type { DateMention } from '../mentions.js';
import { type AnchorFrom, chooseAnchor } from './anchor.js';
import { type PartialDate, readIsoDate } from './civil-day.js';
import type { Expression } from './expression.js';
import { matchDates } from './match-dates.js';
import { Reference } from './reference.js';
import { readRelation } from './relation.js';
import { type Resolution, resolve } from './resolve.js';
import { Scan } from './scan.js';

export interface Dates {
  dates: DateMention[];
  anchor: string | null;
  anchorFrom: AnchorFrom;
  issues: Issue[];
}

/** The first date of each heading: 一、2024年工作回顾 gives the year of what stands under it. */
class HeadingDates {
  private readonly dates = new Map<number, PartialDate>();
  private readonly headingOf = new Map<number, number>();

  constructor(document: Document) {
    document.headings.forEach((heading, i) => {
      this.headingOf.set(heading.paragraph, i);
    });
  }

  note(paragraph: number, date: PartialDate): void {
    const heading = this.headingOf.get(paragraph);
    if (heading !== undefined && !this.dates.has(heading)) this.dates.set(heading, date);
  }

  of(heading: number): PartialDate | null {
    return this.dates.get(heading) ?? null;
  }
}

/** Reads the dates of a document: match all, choose what they are read against, then resolve each in its place. */
export function readDates(document: Document, claims: Claims, options: { anchor: string | null }): Dates {
  const scan = new Scan(document);
  const expressions = matchDates(scan, claims);
  const anchor = chooseAnchor(scan, document, expressions, options.anchor);
  const reference = new Reference(anchor.iso === null ? null : readIsoDate(anchor.iso));
  const headings = new HeadingDates(document);
  const issues: Issue[] = [];
  const dates = expressions.map((expression) => {
    const resolution = resolveInPlace(document, expression, reference, headings);
    if (resolution.fault !== null) issues.push(faultIssue(expression, resolution.fault));
    return resolution.mention;
  });
  return { dates, anchor: anchor.iso, anchorFrom: anchor.from, issues };
}

function resolveInPlace(
  document: Document,
  expression: Expression,
  reference: Reference,
  headings: HeadingDates,
): Resolution {
  const paragraph = indexAt(document.paragraphs, expression.start);
  const sentence = indexAt(document.sentences, expression.start);
  const heading = document.paragraphs[paragraph]?.heading ?? null;
  reference.moveTo({
    paragraph,
    sentence,
    heading: heading === null ? null : headings.of(heading),
    isAhead: isAhead(document.text, expression),
  });
  const resolution = resolve(expression, readRelation(document.text, expression), reference);
  if (resolution.named === null || document.paragraphs[paragraph]?.kind === 'furniture') return resolution;
  if (isBase(document.text, expression)) return resolution;
  reference.note(resolution.named, leadsOn(document.text, expression, resolution));
  headings.note(paragraph, resolution.named);
  return resolution;
}

/** 将于3月5日, 拟于明年: what is to come. */
function isAhead(text: string, expression: Expression): boolean {
  const around =
    text.slice(Math.max(0, expression.start - 8), expression.start) + text.slice(expression.end, expression.end + 3);
  return /将|拟|定于|预计|计划/.test(around);
}

/** 比2015年, 与上年相比: what something is measured by. */
function isBase(text: string, expression: Expression): boolean {
  const isPrior =
    expression.kind === 'point' && expression.point.year?.base === 'either' && expression.point.year.value < 0;
  return isPrior || /[比较与同按]$/.test(text.slice(Math.max(0, expression.start - 1), expression.start));
}

/** A goal or a term (到2035年, 至2月16日, 5月1日前) says nothing about the dates that follow. */
function leadsOn(text: string, expression: Expression, { mention }: Resolution): boolean {
  if (mention.relation === 'until' || mention.relation === 'before') return false;
  return !'到至'.includes(text.charAt(expression.start - 1) || '\n');
}

function faultIssue(expression: Expression, fault: string): Issue {
  return { start: expression.start, end: expression.end, code: 'impossible-date', severity: 'warning', message: fault };
}
