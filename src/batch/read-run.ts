import { statSync } from 'node:fs';
import { join } from 'node:path';
import { TifaError } from '../errors.js';
import type { Report } from '../report/schema.js';
import { wholeLines } from './run-files.js';
import { REPORTS } from './run-folder.js';

/**
 * The reports of a run, or of any file of reports as JSON lines, one after the other. A last line that is not finished is
 * left out: the run may be going on.
 * @param path folder of a run, or a `.jsonl` file
 * @throws TifaError `file-not-found`, `run-damaged`
 */
export async function* readRun(path: string): AsyncGenerator<Report> {
  const file = reportsFile(path);
  let number = 0;
  for await (const { bytes } of wholeLines(file)) {
    number++;
    yield decodeReport(bytes, file, number);
  }
}

function reportsFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  const file = found?.isDirectory() === true ? join(path, REPORTS) : path;
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) return file;
  throw new TifaError('file-not-found', `There is no run ${path}.`, 'Make one with tifa batch … --output RUN.');
}

function decodeReport(bytes: Uint8Array, file: string, number: number): Report {
  try {
    const report = JSON.parse(Buffer.from(bytes).toString()) as Report;
    if (report.schema === 'tifa/report@1') return report;
  } catch {
    // told below
  }
  throw new TifaError(
    'run-damaged',
    `Line ${number} of ${file} is no report.`,
    'Delete this line, and run tifa batch again for its document.',
  );
}
