import { availableParallelism, totalmem } from 'node:os';
import { TifaError } from '../errors.js';
import { createExtractor } from '../extractor/extractor.js';
import { checkOptions } from '../extractor/settings.js';
import type { Report } from '../report/schema.js';
import { inOrder, type Sizes, type Window } from './in-order.js';
import { expandInputs } from './inputs.js';
import { type BatchAnswer, type BatchConfig, type BatchFailure, type BatchInput, inputName } from './task.js';
import { WorkerPool } from './worker-pool.js';

const MEGABYTES_PER_JOB = 400;
const DEFAULT_TIMEOUT = 60_000;

export interface ExtractAllOptions extends BatchConfig {
  /** worker threads; default: one per processor, as far as memory goes (400 MB each) */
  jobs?: number;
  /** milliseconds that one document may take before it fails; default 60,000 */
  timeout?: number;
  /** stops the work: the iteration then throws a TifaError `aborted` */
  signal?: AbortSignal;
}

/** A text or bytes that are there already. */
export type GivenInput = { text: string; name?: string } | { bytes: Uint8Array; name?: string };

export interface NamedAnswer {
  file: string;
  answer: BatchAnswer;
}

/** What became of one document, in the order of the inputs. */
export type Outcome = { file: string; report: Report } | { file: string; failure: BatchFailure };

/**
 * Reads any number of documents with worker threads. Inputs are taken as fast as outcomes are, so a stream of any length
 * takes no more memory than a short one.
 * @param inputs paths as on the command line of `tifa batch` (files, folders, patterns, `.zip`, `.jsonl`, `@list`), texts, bytes
 * @throws TifaError `bad-option`, `aborted`, `worker-crashed` when threads cannot be started; a document's failure is an outcome
 * @example for await (const outcome of extractAll(['archive/'])) if ('report' in outcome) console.log(outcome.report.slogans.length);
 */
export async function* extractAll(
  inputs: Iterable<string | GivenInput> | AsyncIterable<string | GivenInput>,
  options: ExtractAllOptions = {},
): AsyncGenerator<Outcome> {
  const { signal } = options;
  throwIfAborted(signal);
  const poolOptions = readPoolOptions(options);
  const pool = new WorkerPool({ ...poolOptions, knownIds: null });
  const stop = (): void => void pool.close();
  signal?.addEventListener('abort', stop);
  const run = async (input: BatchInput): Promise<NamedAnswer> => ({
    file: inputName(input),
    answer: await pool.run(input),
  });
  try {
    for await (const { file, answer } of inOrder(expandGiven(inputs), run, SIZES, windowFor(poolOptions.jobs))) {
      throwIfAborted(signal);
      if (answer.kind === 'report') {
        const report = JSON.parse(Buffer.from(answer.line).toString()) as Report;
        pool.release(answer.line);
        yield { file, report };
      } else if (answer.kind === 'failure') yield { file, failure: answer.failure };
    }
    throwIfAborted(signal);
  } finally {
    signal?.removeEventListener('abort', stop);
    await pool.close();
  }
}

async function* expandGiven(
  inputs: Iterable<string | GivenInput> | AsyncIterable<string | GivenInput>,
): AsyncGenerator<BatchInput> {
  for await (const input of inputs) {
    if (typeof input === 'string') yield* expandInputs([input], process.stdin);
    else yield { kind: 'bytes', path: null, name: input.name ?? null, bytes: bytesOf(input) };
  }
}

function bytesOf(input: GivenInput): Uint8Array {
  return 'text' in input ? new TextEncoder().encode(input.text) : input.bytes;
}

/** Documents that may wait for their turn: one that takes long does not stop the others. */
export function windowFor(jobs: number): Window {
  return { count: 256 * jobs, size: jobs * 8 * 1024 * 1024 };
}

/** What is kept in memory for a document: its bytes where they did not stay in a file, then the line of its report. */
export const SIZES: Sizes<BatchInput, NamedAnswer> = {
  ofInput: (input) => ('bytes' in input ? input.bytes.length : 0),
  ofOutcome: ({ answer }) => (answer.kind === 'report' ? answer.line.length : 0),
};

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new TifaError('aborted', 'The extraction was stopped.', 'Start it again for the rest.', signal.reason);
}

/** Checks options and fills in what was left out. @throws TifaError `bad-option` */
export function readPoolOptions(options: ExtractAllOptions): { jobs: number; timeout: number; config: BatchConfig } {
  const { jobs = defaultJobs(), timeout = DEFAULT_TIMEOUT, signal: _, ...config } = options;
  checkAtLeastOne('jobs', jobs);
  checkAtLeastOne('timeout', timeout);
  const { tokens: _tokens, fields: _fields, ...extraction } = config;
  checkOptions(extraction);
  // this thread extracts nothing, and words take memory that every collection of garbage would go through
  if (extraction.lexicon !== undefined) createExtractor(extraction);
  return { jobs, timeout, config };
}

function defaultJobs(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 1024 / 1024 / MEGABYTES_PER_JOB)));
}

function checkAtLeastOne(option: string, value: number): void {
  if (Number.isFinite(value) && value >= 1 && (option !== 'jobs' || Number.isInteger(value))) return;
  throw new TifaError(
    'bad-option',
    `The option "${option}" takes a number from 1, not ${value}.`,
    'Leave it out for the default.',
  );
}
