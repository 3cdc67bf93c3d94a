import type { TifaErrorCode } from '../errors.js';
import type { ReportCounts } from './task.js';

const SLOWEST = 10;
/** Labels that are counted at once; beyond twice as many the rare half is forgotten, so that memory has an end. */
const LABELS = 20_000;
/** Labels that are kept in `run.json` for a run that goes on. */
const LABELS_STORED = 2000;

/** The counts of a run as they stand in `run.json`. */
export interface TallyRecord {
  documents: number;
  failures: Partial<Record<TifaErrorCode, number>>;
  slogans: number;
  dates: number;
  statistics: number;
  /** most frequent first */
  labels: [label: string, mentions: number][];
  slowest: { file: string; milliseconds: number }[];
}

export function emptyTally(): TallyRecord {
  return { documents: 0, failures: {}, slogans: 0, dates: 0, statistics: 0, labels: [], slowest: [] };
}

/** Counts what a run has found, in bounded memory. Failures are counted anew from their file. */
export class Tally {
  private readonly labels: Map<string, number>;
  private readonly record: TallyRecord;

  constructor(start: TallyRecord) {
    this.record = { ...start, failures: {}, slowest: [...start.slowest] };
    this.labels = new Map(start.labels);
  }

  addReport(counts: ReportCounts): void {
    this.record.documents++;
    this.record.slogans += counts.slogans;
    this.record.dates += counts.dates;
    this.record.statistics += counts.statistics;
    for (const label of counts.labels) this.labels.set(label, (this.labels.get(label) ?? 0) + 1);
    if (this.labels.size > 2 * LABELS) this.forgetRareLabels();
  }

  /** @param change 1, or -1 for a document that failed before and could be read now */
  addFailure(code: TifaErrorCode, change: 1 | -1 = 1): void {
    const count = (this.record.failures[code] ?? 0) + change;
    if (count > 0) this.record.failures[code] = count;
    else delete this.record.failures[code];
  }

  addTime(file: string, milliseconds: number): void {
    const { slowest } = this.record;
    if (slowest.length === SLOWEST && milliseconds <= (slowest[SLOWEST - 1]?.milliseconds ?? 0)) return;
    // a document that is read again when a run goes on stands there once
    const others = slowest.filter((entry) => entry.file !== file);
    others.push({ file, milliseconds: Math.round(milliseconds) });
    others.sort((a, b) => b.milliseconds - a.milliseconds);
    this.record.slowest = others.slice(0, SLOWEST);
  }

  /** @param most how many labels to name */
  toRecord(most: number = LABELS_STORED): TallyRecord {
    return { ...this.record, labels: this.frequentLabels(most) };
  }

  private frequentLabels(most: number): [string, number][] {
    return [...this.labels].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
  }

  private forgetRareLabels(): void {
    const kept = this.frequentLabels(LABELS);
    this.labels.clear();
    for (const [label, count] of kept) this.labels.set(label, count);
  }
}
