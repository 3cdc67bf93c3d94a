import { createHash } from 'node:crypto';
import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TifaError } from '../errors.js';
import { VERSION } from '../extractor/version.js';
import type { Report } from '../report/schema.js';
import { toJsonLine } from '../sinks/jsonl.js';
import { makeFolder } from '../sinks/make-folder.js';
import { writing } from './run-errors.js';
import { LineFile, wholeLines } from './run-files.js';
import { lockRun } from './run-lock.js';
import { checkSameRun, type RunRecord, readRunRecord, writeRunRecord } from './run-record.js';
import { SeenIds } from './seen-ids.js';
import { emptyTally, Tally } from './tally.js';
import type { BatchConfig, BatchFailure, ReportCounts } from './task.js';

/** Every report begins so; its id has 64 digits. Read from the bytes, since decoding a whole archive would take minutes. */
const REPORT_START = '{"schema":"tifa/report@1","id":"';
const ID_DIGITS = 64;

export const REPORTS = 'reports.jsonl';
export const FAILURES = 'failures.jsonl';

/**
 * The folder of a run. All that it knows stands in files that only grow by whole lines, so it can be left at any moment, in
 * whatever way: opening it again cuts off half a line and counts what `run.json` had not counted yet.
 */
export class RunFolder {
  private readonly healed = new Set<string>();
  private failureCount = 0;

  private constructor(
    private readonly folder: string,
    private readonly unlock: () => void,
    private readonly seen: SeenIds,
    private readonly reports: LineFile,
    private readonly failures: LineFile,
    private readonly record: RunRecord,
    readonly tally: Tally,
  ) {}

  /**
   * Opens a run or begins it.
   * @throws TifaError `run-locked`, `run-damaged`, `bad-option` for other options than it was begun with, `output-unwritable`
   */
  static async open(folder: string, inputs: readonly string[], options: BatchConfig): Promise<RunFolder> {
    writing(folder, () => makeFolder(folder));
    const unlock = lockRun(folder);
    try {
      const known = readRunRecord(folder);
      if (known !== null) checkSameRun(known, folder, VERSION, options);
      return await RunFolder.load(folder, unlock, known ?? newRecord(inputs, options), inputs);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  private static async load(
    folder: string,
    unlock: () => void,
    record: RunRecord,
    inputs: readonly string[],
  ): Promise<RunFolder> {
    const seen = new SeenIds(join(folder, 'ids.part'));
    try {
      const isCovered = sizeOf(join(folder, REPORTS)) >= record.bytes;
      const tally = new Tally(isCovered ? record.counts : emptyTally());
      const bytes = await scanReports(folder, seen, tally, isCovered ? record.bytes : 0);
      const { end, count } = await scanFailures(folder, seen, tally);
      const reports = new LineFile(join(folder, REPORTS), bytes);
      const failures = new LineFile(join(folder, FAILURES), end);
      const run = new RunFolder(folder, unlock, seen, reports, failures, { ...record, inputs }, tally);
      run.failureCount = count;
      run.save('running');
      return run;
    } catch (error) {
      seen.close();
      throw error;
    }
  }

  /** The table of ids that stand in the run, for workers to look into; null when nothing was in it yet. */
  get knownIds(): string | null {
    return this.seen.size === 0 ? null : this.seen.path;
  }

  /** False when a report of the same content stands in the run already. */
  addReport(file: string, id: string, line: Uint8Array, counts: ReportCounts): boolean {
    this.noteSuccess(file);
    if (!this.seen.add(id)) return false;
    this.reports.append(line);
    this.tally.addReport(counts);
    return true;
  }

  /** A document that failed in an earlier attempt and is there now. */
  noteSuccess(file: string): void {
    if (this.failureCount > 0 && this.seen.has(failedKey(file))) this.healed.add(file);
  }

  addFailure(failure: BatchFailure): void {
    this.healed.delete(failure.file);
    if (!this.seen.add(failureKey(failure))) return;
    this.seen.add(failedKey(failure.file));
    this.failures.append(new TextEncoder().encode(toJsonLine(failure)));
    this.tally.addFailure(failure.code);
    this.failureCount++;
  }

  /** Brings everything to the disk and notes how far the run has come. */
  save(status: RunRecord['status']): void {
    this.reports.flush();
    this.failures.flush();
    const updated = new Date().toISOString();
    const counts = this.tally.toRecord();
    writeRunRecord(this.folder, { ...this.record, status, updated, bytes: this.reports.length, counts });
  }

  /** Ends the work; what was appended and not saved is written. */
  async close(status: RunRecord['status']): Promise<void> {
    try {
      this.reports.flush();
      this.failures.flush();
      if (this.healed.size > 0) await this.dropHealed();
      this.save(status);
    } finally {
      this.reports.close();
      this.failures.close();
      this.seen.close();
      this.unlock();
    }
  }

  /** Failures of documents that could be read after all are taken out of the file. */
  private async dropHealed(): Promise<void> {
    const path = join(this.folder, FAILURES);
    const kept = new LineFile(`${path}.part`, 0);
    for await (const { bytes } of wholeLines(path)) {
      const { file, code } = JSON.parse(Buffer.from(bytes).toString()) as BatchFailure;
      if (this.healed.has(file)) this.tally.addFailure(code, -1);
      else kept.append(Buffer.concat([bytes, Buffer.from('\n')]));
    }
    kept.flush();
    kept.close();
    renameSync(`${path}.part`, path);
  }
}

function newRecord(inputs: readonly string[], options: BatchConfig): RunRecord {
  const now = new Date().toISOString();
  return {
    schema: 'tifa/run@1',
    status: 'running',
    started: now,
    updated: now,
    tifa: VERSION,
    node: process.version,
    inputs,
    options,
    bytes: 0,
    counts: emptyTally(),
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Notes all ids, counts the reports from `counted` on. @returns bytes of all whole reports */
async function scanReports(folder: string, seen: SeenIds, tally: Tally, counted: number): Promise<number> {
  const path = join(folder, REPORTS);
  let end = 0;
  let number = 0;
  for await (const line of wholeLines(path)) {
    number++;
    seen.add(readId(line.bytes, path, number));
    if (line.end > counted) tally.addReport(countLine(line.bytes));
    end = line.end;
  }
  return end;
}

function readId(line: Uint8Array, path: string, number: number): string {
  const start = Buffer.from(line.subarray(0, REPORT_START.length + ID_DIGITS)).toString('latin1');
  const id = start.slice(REPORT_START.length);
  if (start.startsWith(REPORT_START) && /^[0-9a-f]{64}$/.test(id)) return id;
  throw new TifaError(
    'run-damaged',
    `Line ${number} of ${path} is no report.`,
    'Delete this line and run the same command again: its document is read anew.',
  );
}

function countLine(line: Uint8Array): ReportCounts {
  const { slogans, dates, statistics } = JSON.parse(Buffer.from(line).toString()) as Report;
  const labels = slogans.map((slogan) => slogan.label);
  return { slogans: slogans.length, dates: dates.length, statistics: statistics.length, labels };
}

async function scanFailures(folder: string, seen: SeenIds, tally: Tally): Promise<{ end: number; count: number }> {
  let end = 0;
  let count = 0;
  for await (const line of wholeLines(join(folder, FAILURES))) {
    const failure = JSON.parse(Buffer.from(line.bytes).toString()) as BatchFailure;
    seen.add(failureKey(failure));
    seen.add(failedKey(failure.file));
    tally.addFailure(failure.code);
    end = line.end;
    count++;
  }
  return { end, count };
}

/** Failures share the table of ids, under hashes that no document has. */
function failureKey({ file, code }: BatchFailure): string {
  return createHash('sha256').update(`failure\0${code}\0${file}`).digest('hex');
}

function failedKey(file: string): string {
  return createHash('sha256').update(`failed\0${file}`).digest('hex');
}
