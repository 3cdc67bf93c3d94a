import type { Span } from '../../text/span.js';
import { isSaidAhead } from './ahead.js';
import { dayNumber, daysInMonth, type PartialDate } from './civil-day.js';
import type { Point } from './expression.js';
import type { ResolvedBy } from './period.js';
import type { Place } from './place.js';

/** What a date left out is taken from. It moves through the text with the dates named. */
export class Reference {
  /** the date named last, for 同年, 次日 */
  last: PartialDate = { year: null, month: null, day: null };
  /** the year that the paragraph named last, for 同年, 上年 */
  private lastYear: number | null = null;
  /** the date that the paragraph named last and goes on from */
  private local: PartialDate | null = null;
  private localSentence = -1;
  private heading: PartialDate | null = null;
  private paragraph = -1;
  private sentence = -1;
  /** the expression to resolve */
  private span: Span = { start: 0, end: 0 };
  /** null until it is asked for */
  private ahead: boolean | null = false;

  /** @param reported year that the whole text reports on, where that is not the anchor's */
  constructor(
    private readonly text: string,
    readonly anchor: PartialDate | null,
    private readonly reported: number | null,
  ) {}

  /** Moves to the next expression; a new paragraph forgets what the last one named. */
  moveTo(span: Span, place: Place): void {
    if (place.paragraph !== this.paragraph) {
      this.local = null;
      this.lastYear = null;
    }
    this.paragraph = place.paragraph;
    this.sentence = place.sentence;
    this.heading = place.headingDate();
    this.span = span;
    this.ahead = null;
  }

  /** The expression is of what is to come: 将于3月5日, 拟于明年. */
  private get isAhead(): boolean {
    this.ahead ??= isSaidAhead(this.text, this.span);
    return this.ahead;
  }

  /** Remembers a date; one that is only a base or a goal (比2015年, 到2035年) does not lead on. */
  note(date: PartialDate, leadsOn: boolean): void {
    if (date.year !== null || date.month !== null) this.last = date;
    if (date.year !== null) this.lastYear = date.year;
    if ((!leadsOn || date.year === null) && (date.month === null || this.local !== null)) return;
    this.local = date;
    this.localSentence = this.sentence;
  }

  /** The year that the paragraph named last, else its heading's, else the one reported on, for 同年 and 上年. */
  yearNamedLast(): number | null {
    return this.lastYear ?? this.heading?.year ?? this.reported;
  }

  /** Year of a date that names none: of the date that the paragraph goes on from, of the heading, of the anchor. */
  yearOf(point: Point): { year: number | null; by: ResolvedBy } {
    const { local, heading, anchor } = this;
    const goesOn =
      local !== null &&
      local.year !== null &&
      ((local.month !== null && !this.isAhead) || this.localSentence === this.sentence);
    if (goesOn) return { year: (local as PartialDate).year, by: 'context' };
    if (heading !== null && heading.year !== null) return { year: heading.year, by: 'context' };
    if (this.reported !== null && point.month === null && point.day === null)
      return { year: this.reported, by: 'context' };
    if (anchor === null || anchor.year === null) return { year: null, by: null };
    return { year: this.anchorYear(point, anchor, anchor.year), by: 'anchor' };
  }

  /** 12月28日 in a text of January is of the year before, 将于1月5日 in one of December of the year after. */
  private anchorYear(point: Point, anchor: PartialDate, year: number): number {
    const month = point.month?.value ?? null;
    if (month === null || anchor.month === null || point.upTo !== null) return year;
    if (anchor.month <= 2 && month >= 11 && point.day !== null && !this.isAhead) return year - 1;
    return anchor.month >= 11 && month <= 2 && this.isAhead ? year + 1 : year;
  }

  /** 8日: of the month named last in the paragraph, else of the anchor's month, or the month before when it would be to come. */
  monthOfDay(day: number, point: Point): { date: PartialDate; by: ResolvedBy } {
    const { local, anchor } = this;
    // a month named alone goes on within its sentence: 去年12月…。6日 is of the anchor's month
    const goesOn =
      local !== null && local.month !== null && (local.day !== null || this.localSentence === this.sentence);
    if (goesOn && point.year === null && !this.isLater(local))
      return { date: { year: local.year, month: local.month, day }, by: 'context' };
    if (anchor === null || anchor.month === null || anchor.year === null)
      return { date: { year: null, month: null, day }, by: null };
    const isToCome = anchor.day !== null && day > anchor.day + 1 && !this.isAhead;
    const month = isToCome ? anchor.month - 1 : anchor.month;
    const date = month === 0 ? { year: anchor.year - 1, month: 12, day } : { year: anchor.year, month, day };
    return {
      date: day > daysInMonth(date.year, date.month) ? { ...date, month: anchor.month, year: anchor.year } : date,
      by: 'anchor',
    };
  }

  /** A date to come (将于2月16日) is not what a day after it goes on from, unless that is to come as well. */
  private isLater({ year, month, day }: PartialDate): boolean {
    const { anchor } = this;
    if (this.isAhead || anchor === null || anchor.day === null || anchor.month === null) return false;
    if (year === null || year !== anchor.year || month === null) return false;
    return month > anchor.month || (month === anchor.month && (day ?? 1) > anchor.day);
  }

  /** 上旬 and 月底 by themselves are of the month named last in the paragraph, else of the anchor's. */
  monthOfPortion(year: number | null): PartialDate {
    const { local, anchor } = this;
    if (local !== null && local.month !== null) return { year: local.year, month: local.month, day: null };
    return { year, month: anchor?.month ?? null, day: null };
  }

  /** True when the months counted from January on (前11个月) are not over yet and the text does not look ahead. */
  isStillToCome(point: Point, month: number): boolean {
    const { anchor } = this;
    if (anchor === null || anchor.month === null || point.year !== null || this.isAhead) return false;
    return this.yearOf(point).by === 'anchor' && month >= anchor.month;
  }

  /** The year of a yearly day: the anchor's, unless the day lies nearer in the year before or after (元旦 said in December). */
  nearestYear(year: number, dayOf: (year: number) => { month: number; day: number } | null): number {
    const { anchor } = this;
    if (anchor === null || anchor.year !== year || anchor.month === null || anchor.day === null) return year;
    const own = dayNumber(anchor.year, anchor.month, anchor.day);
    const away = (candidate: number): number => {
      const day = dayOf(candidate);
      return day === null ? Number.POSITIVE_INFINITY : Math.abs(dayNumber(candidate, day.month, day.day) - own);
    };
    if (away(year) <= FAR_AWAY) return year;
    return away(year - 1) < away(year + 1) ? year - 1 : year + 1;
  }
}

/** In days: a holiday so far off in the anchor's year is rather that of the year beside it. */
const FAR_AWAY = 270;
