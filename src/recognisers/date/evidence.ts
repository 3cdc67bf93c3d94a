import type { Document } from '../../document/document.js';
import { CharSet } from '../../text/char-set.js';
import { daysInMonth, type PartialDate } from './civil-day.js';
import type { Expression, PointExpression, Ref } from './expression.js';
import { Place } from './place.js';

/** A date of the text that can say when the text itself is from. */
export class Evidence {
  private elsewhere: boolean | null = null;

  /** @param paragraph index of its paragraph */
  constructor(
    private readonly text: string,
    readonly expression: PointExpression,
    readonly year: number | null,
    readonly month: number | null,
    readonly day: number | null,
    readonly paragraph: number,
  ) {}

  /** A base, a goal, a date to come (比2015年, 到2035年, 将于3月): not the time that the text speaks from. Asked of few dates. */
  get isElsewhere(): boolean {
    this.elsewhere ??= isPlacedElsewhere(this.text, this.expression);
    return this.elsewhere;
  }

  get isFull(): boolean {
    return this.year !== null && this.month !== null && this.day !== null;
  }

  /** 3月5日: a day whose year is not said. */
  get isDayOfSomeYear(): boolean {
    return this.year === null && this.month !== null && this.day !== null;
  }
}

/** Texts of this genre in digital form begin about here; an older date is told about, not told from. */
const EARLIEST_YEAR = 1978;

/** The dates of the text that are named in full or in part, without what stands in page furniture. */
export function collectEvidence(document: Document, expressions: readonly Expression[]): Evidence[] {
  const evidence: Evidence[] = [];
  const place = new Place(document);
  for (const expression of expressions) {
    if (expression.kind !== 'point' || expression.isSince) continue;
    const { year, month, day } = expression.point;
    if (isCounted(year) || isCounted(month) || isCounted(day)) continue;
    place.moveTo(expression.start);
    if (place.kind === 'furniture' || place.kind === 'metadata') continue;
    const date = new Evidence(
      document.text,
      expression,
      year?.value ?? null,
      month?.value ?? null,
      day?.value ?? null,
      place.paragraph,
    );
    if (isPossible(date)) evidence.push(date);
  }
  return evidence;
}

/** 去年, 本月, 次日: said from another date. */
function isCounted(ref: Ref | null): boolean {
  return ref !== null && ref.base !== 'absolute';
}

function isPossible({ year, month, day }: Evidence): boolean {
  if (year !== null && year < EARLIEST_YEAR) return false;
  return month === null || (month <= 12 && (day ?? 1) <= daysInMonth(year, month));
}

const AHEAD =
  /(?:将|拟|计划|预计|力争|争取|确保)[于在到至]$|(?:定于|预计|力争|争取|确保|(?<!截止)到|(?<!截)至|自|从|比|较|与|同|按)$/;
/** Their last characters, and what may stand between them and the date. */
const LAST_OF_AHEAD = new CharSet('于在到至计争取保自从比较与同按');
const BETWEEN = new CharSet('“（ \t\n\u00a0\u3000');
const AHEAD_BEHIND = /^(?:起|前|之前|以前|相比)/;
const FIRST_BEHIND = new CharSet('起前之以相');
/** 决定云河市第十五届人民代表大会第一次会议于2022年1月5日召开: a day appointed. */
const APPOINTED = /(?:决定|建议|提议|将|拟|定|计划|预计)[^。；]{0,34}于$/;
const ON = '于'.charCodeAt(0);
/** 2024年工作回顾: a report looks back on the year before its own. */
const LOOKED_BACK = /^[^，。；、\d]{0,14}回顾/;

function isPlacedElsewhere(text: string, { start, end, to }: PointExpression): boolean {
  if (to !== null || isAheadBefore(text, start)) return true;
  if (FIRST_BEHIND.has(text.charCodeAt(end)) && AHEAD_BEHIND.test(text.slice(end, end + 3))) return true;
  if (text.charCodeAt(start - 1) === ON && APPOINTED.test(text.slice(Math.max(0, start - 40), start))) return true;
  const behind = text.slice(end, end + 17);
  return behind.includes('回顾') && LOOKED_BACK.test(behind);
}

function isAheadBefore(text: string, start: number): boolean {
  const from = Math.max(0, start - 6);
  let end = start;
  while (end > from && BETWEEN.has(text.charCodeAt(end - 1))) end--;
  return LAST_OF_AHEAD.has(text.charCodeAt(end - 1)) && AHEAD.test(text.slice(from, end));
}

/** The latest of the dates that are known to one precision and that the text does not place elsewhere. */
export function latest(evidence: readonly Evidence[], isWanted: (date: Evidence) => boolean): PartialDate | null {
  let best: Evidence | null = null;
  let bestKey = -1;
  for (const date of evidence) {
    const key = 10_000 * (date.year ?? 0) + 100 * (date.month ?? 0) + (date.day ?? 0);
    if (key <= bestKey || !isWanted(date) || date.isElsewhere) continue;
    best = date;
    bestKey = key;
  }
  return best === null ? null : { year: best.year, month: best.month, day: best.day };
}
