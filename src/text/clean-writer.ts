export interface CleanText {
  text: string;
  /** source offset of each character's start and end; both null when nothing moved */
  starts: Int32Array | null;
  ends: Int32Array | null;
}

/** Entries of `steps` for each step: characters written, and the source stretch they stand for. */
const STEP = 3;
/** as the end of a stretch: its characters stand one for one */
const ONE_FOR_ONE = -1;

/**
 * Puts a cleaned text together from the stretches of the source that stay and what replaces the others. Nothing is copied as long
 * as nothing is replaced, and the map is made at the end, only when something moved.
 */
export class CleanWriter {
  private readonly parts: string[] = [];
  private readonly steps: number[] = [];
  /** source offset from which all stays, not yet written */
  private from = 0;
  private lastCode = 0;
  private length = 0;
  private isMoved = false;

  constructor(private readonly source: string) {}

  /** The character before `offset` as it was written, 0 when there is none. */
  lastBefore(offset: number): number {
    return offset > this.from ? this.source.charCodeAt(offset - 1) : this.lastCode;
  }

  /** Writes `text` in place of a stretch; each of its characters stands for all of the stretch. */
  replace(start: number, end: number, text: string): void {
    this.keepUpTo(start);
    if (text !== '') this.write(text, start, end);
    this.isMoved ||= text.length !== 1 || end - start !== 1;
    this.from = end;
  }

  /** Leaves a stretch out; it belongs to the character before it: the reading in 習(xí)近平. */
  extendLast(start: number, end: number): void {
    this.keepUpTo(start);
    this.steps.push(0, start, end);
    this.isMoved = true;
    this.from = end;
  }

  finish(): CleanText {
    if (this.steps.length === 0 && this.from === 0) return { text: this.source, starts: null, ends: null };
    this.keepUpTo(this.source.length);
    const text = this.parts.join('');
    return this.isMoved ? { text, ...this.buildMap() } : { text, starts: null, ends: null };
  }

  private keepUpTo(offset: number): void {
    if (offset > this.from) this.write(this.source.slice(this.from, offset), this.from, ONE_FOR_ONE);
  }

  private write(text: string, start: number, end: number): void {
    this.parts.push(text);
    this.steps.push(text.length, start, end);
    this.lastCode = text.charCodeAt(text.length - 1);
    this.length += text.length;
  }

  private buildMap(): { starts: Int32Array; ends: Int32Array } {
    const { steps } = this;
    const starts = new Int32Array(this.length);
    const ends = new Int32Array(this.length);
    let at = 0;
    for (let i = 0; i < steps.length; i += STEP) {
      const count = steps[i] as number;
      const start = steps[i + 1] as number;
      const end = steps[i + 2] as number;
      if (count === 0 && at > 0) ends[at - 1] = end;
      const isRun = end === ONE_FOR_ONE;
      for (let k = 0; k < count; k++, at++) {
        starts[at] = isRun ? start + k : start;
        ends[at] = isRun ? start + k + 1 : end;
      }
    }
    return { starts, ends };
  }
}
