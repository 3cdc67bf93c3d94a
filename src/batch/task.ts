import type { TifaErrorCode } from '../errors.js';
import type { RecordKind } from '../extractor/settings.js';
import type { FormulationEntry } from '../lexicon/lexicon.js';

/** Names of the fields of a JSON record; dots lead into objects: `page.body`. */
export interface RecordFields {
  text: string;
  id: string;
  anchor: string;
}

export const RECORD_FIELDS: RecordFields = { text: 'text', id: 'id', anchor: 'anchor' };

/** One document to read: a file, bytes that are there already, or a line of JSON. */
export type BatchInput =
  | { kind: 'file'; path: string }
  | { kind: 'bytes'; path: string | null; name: string | null; bytes: Uint8Array }
  | { kind: 'record'; path: string; line: number; bytes: Uint8Array }
  | { kind: 'failure'; path: string; failure: BatchFailure };

/** Why a document gave no report; plain JSON, one line of `failures.jsonl`. */
export interface BatchFailure {
  file: string;
  code: TifaErrorCode;
  message: string;
  remedy: string;
}

/** Options of a batch that decide what stands in a report: plain JSON, since they go to threads and into `run.json`. */
export interface BatchConfig {
  anchor?: string;
  only?: readonly RecordKind[];
  numerals?: boolean;
  agreements?: boolean;
  /** also give words with part of speech; each thread loads a dictionary of 60 MB */
  tokens?: boolean;
  lexicon?: readonly FormulationEntry[];
  /** where a JSON record holds its text, name and anchor */
  fields?: RecordFields;
}

/** How often each label stands in a report, and how many records of each kind: what a summary needs. */
export interface ReportCounts {
  slogans: number;
  dates: number;
  statistics: number;
  labels: readonly string[];
}

/** What became of one input. */
export type BatchAnswer =
  | { kind: 'report'; id: string; line: Uint8Array; counts: ReportCounts; milliseconds: number }
  /** stands in the run already */
  | { kind: 'known'; id: string }
  | { kind: 'failure'; failure: BatchFailure; milliseconds: number }
  /** the batch was stopped before its turn */
  | { kind: 'cancelled' };

/** Numbers begin at 1. */
export interface WorkerTask {
  number: number;
  input: BatchInput;
}

export interface WorkerAnswer {
  task: number;
  answer: BatchAnswer;
}

/** What goes to a worker: some tasks at once, since every message wakes a thread, and the memory of earlier lines that is free again. */
export interface WorkerRequest {
  tasks: readonly WorkerTask[];
  pieces: readonly ArrayBuffer[];
}

/** What comes back: that it can begin, then answers, some at once. */
export type WorkerMessage = 'ready' | readonly WorkerAnswer[];

/** What a worker is started with. */
export interface WorkerStart {
  config: BatchConfig;
  /** table of the ids that stand in the run already; null when there are none */
  knownIds: string | null;
  /** memory shared with the worker, by the places of `Signal` */
  signals: Int32Array;
}

/** What worker and pool tell each other without a message, which would only be read between two groups of documents. */
export const Signal = {
  /** set by the worker: number of the task under way; 0 between tasks */
  underWay: 0,
  /** set by the pool: 1 when tasks that were not begun are to be given up */
  stop: 1,
} as const;

/** What an input is called in messages. */
export function inputName(input: BatchInput): string {
  if (input.kind === 'record') return `${input.path}:${input.line}`;
  return input.path ?? (input.kind === 'bytes' ? input.name : null) ?? 'a document without a name';
}
