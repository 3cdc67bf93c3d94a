import { resolve } from 'node:path';
import { type ExtractAllOptions, type NamedAnswer, readPoolOptions, SIZES, windowFor } from './extract-all.js';
import { inOrder, type Window } from './in-order.js';
import { expandInputs } from './inputs.js';
import { RunFolder } from './run-folder.js';
import type { TallyRecord } from './tally.js';
import { type BatchAnswer, type BatchInput, inputName } from './task.js';
import { untilAborted } from './until-aborted.js';
import { WorkerPool } from './worker-pool.js';

const SAVE_EVERY = 5000;

export interface RunBatchOptions extends ExtractAllOptions {
  /** folder of the run; one that is there is gone on with */
  output: string;
  /** read when `-` is among the inputs; default: the process's own */
  standardInput?: AsyncIterable<Uint8Array>;
  /** called after each document */
  onProgress?: (progress: BatchProgress) => void;
}

/** What this call has done so far. */
export interface BatchProgress {
  /** inputs that are settled: read, known or failed */
  settled: number;
  read: number;
  /** inputs whose content stood in the run already */
  known: number;
  failed: number;
}

export interface BatchSummary extends BatchProgress {
  /** `stopped` when the signal came before the end */
  status: 'done' | 'stopped';
  folder: string;
  /** of the whole run, all calls together */
  counts: TallyRecord;
  milliseconds: number;
}

/**
 * Reads an archive into the folder of a run: `reports.jsonl`, `failures.jsonl`, `run.json`. May be ended at any moment and in
 * any way; called again with the same inputs it goes on, and the files end up the same. Reports stand in the order of the
 * inputs, each content once.
 * @param paths files, folders, patterns, `.zip`, `.jsonl`, `@list`, `-`
 * @throws TifaError `bad-option`, `run-locked`, `run-damaged`, `output-unwritable`, `worker-crashed`
 */
export async function runBatch(paths: readonly string[], options: RunBatchOptions): Promise<BatchSummary> {
  const { output, standardInput = process.stdin, onProgress, ...rest } = options;
  const poolOptions = readPoolOptions(rest);
  const run = await RunFolder.open(resolve(output), paths, poolOptions.config);
  const pool = new WorkerPool({ ...poolOptions, knownIds: run.knownIds });
  const batch = new Batch(run, pool, windowFor(poolOptions.jobs), onProgress ?? (() => {}));
  let status: BatchSummary['status'] = 'stopped';
  try {
    status = await batch.read(expandInputs(paths, standardInput), options.signal);
  } finally {
    await pool.close();
    await run.close(status);
  }
  return { ...batch.summarise(), status, folder: output };
}

class Batch {
  private readonly progress: BatchProgress = { settled: 0, read: 0, known: 0, failed: 0 };
  private readonly began = performance.now();
  private saved = performance.now();

  constructor(
    private readonly run: RunFolder,
    private readonly pool: WorkerPool,
    private readonly window: Window,
    private readonly onProgress: (progress: BatchProgress) => void,
  ) {}

  async read(inputs: AsyncIterable<BatchInput>, signal?: AbortSignal): Promise<BatchSummary['status']> {
    const stop = (): void => this.pool.cancelWaiting();
    signal?.addEventListener('abort', stop);
    const start = async (input: BatchInput): Promise<NamedAnswer> => ({
      file: inputName(input),
      answer: signal?.aborted === true ? { kind: 'cancelled' } : await this.pool.run(input),
    });
    try {
      for await (const named of inOrder(untilAborted(inputs, signal), start, SIZES, this.window)) {
        if (named.answer.kind === 'cancelled') return 'stopped';
        this.settle(named.file, named.answer);
      }
      return signal?.aborted === true ? 'stopped' : 'done';
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  summarise(): BatchProgress & { counts: TallyRecord; milliseconds: number } {
    return { ...this.progress, counts: this.run.tally.toRecord(), milliseconds: performance.now() - this.began };
  }

  private settle(file: string, answer: Exclude<BatchAnswer, { kind: 'cancelled' }>): void {
    this.progress.settled++;
    this.store(file, answer);
    this.onProgress(this.progress);
    const now = performance.now();
    if (now - this.saved < SAVE_EVERY) return;
    this.run.save('running');
    this.saved = now;
  }

  private store(file: string, answer: Exclude<BatchAnswer, { kind: 'cancelled' }>): void {
    if (answer.kind !== 'known') this.run.tally.addTime(file, answer.milliseconds);
    if (answer.kind === 'failure') {
      this.progress.failed++;
      this.run.addFailure(answer.failure);
    } else if (answer.kind === 'known') {
      this.progress.known++;
      this.run.noteSuccess(file);
    } else {
      if (this.run.addReport(file, answer.id, answer.line, answer.counts)) this.progress.read++;
      else this.progress.known++;
      this.pool.release(answer.line);
    }
  }
}
