import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TifaError } from '../errors.js';
import { writing } from './run-errors.js';
import type { TallyRecord } from './tally.js';
import type { BatchConfig } from './task.js';

/** `run.json`: what a run is, and how far it had come when the file was written. */
export interface RunRecord {
  schema: 'tifa/run@1';
  status: 'running' | 'stopped' | 'done';
  /** ISO times */
  started: string;
  updated: string;
  /** versions of what made the reports */
  tifa: string;
  node: string;
  inputs: readonly string[];
  options: BatchConfig;
  /** bytes of `reports.jsonl` that `counts` covers */
  bytes: number;
  counts: TallyRecord;
}

/** Null when the run is new. */
export function readRunRecord(folder: string): RunRecord | null {
  const path = join(folder, 'run.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    const record = JSON.parse(text) as RunRecord;
    if (record.schema === 'tifa/run@1') return record;
  } catch {
    // told below
  }
  throw new TifaError(
    'run-damaged',
    `${path} is not the record of a run.`,
    'Choose another --output, or delete the file to have its counts made anew.',
  );
}

/** Written whole or not at all. */
export function writeRunRecord(folder: string, record: RunRecord): void {
  const path = join(folder, 'run.json');
  writing(path, () => {
    writeFileSync(`${path}.part`, `${JSON.stringify(record, null, 2)}\n`);
    renameSync(`${path}.part`, path);
  });
}

/** A run holds reports of one kind: other options or another version would mix two. */
export function checkSameRun(record: RunRecord, folder: string, version: string, options: BatchConfig): void {
  const remedy = 'Choose another --output for this one.';
  if (record.tifa !== version)
    throw new TifaError(
      'bad-option',
      `The run ${folder} was begun with tifa ${record.tifa}, and this is ${version}.`,
      remedy,
    );
  const differing = differingOptions(record.options, options);
  if (differing.length === 0) return;
  throw new TifaError(
    'bad-option',
    `The run ${folder} was begun with other options (${differing.join(', ')}).`,
    `Give the same options. ${remedy}`,
  );
}

function differingOptions(a: BatchConfig, b: BatchConfig): string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof BatchConfig>;
  return [...names].filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name])).sort();
}
