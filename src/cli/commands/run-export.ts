import { extname } from 'node:path';
import { readRun } from '../../batch/read-run.js';
import { TifaError } from '../../errors.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../sinks/export-formats.js';
import { exportReports } from '../../sinks/export-reports.js';
import type { FlagValues } from '../command.js';
import { ExitCode } from '../exit-code.js';
import { tell } from '../messages.js';

const EXTENSIONS: Readonly<Record<string, ExportFormat>> = {
  '.sqlite': 'sqlite',
  '.sqlite3': 'sqlite',
  '.db': 'sqlite',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/** `tifa export`: reads a run once and stores it as tables. */
export async function runExport(run: string, flags: FlagValues): Promise<ExitCode> {
  const output = readOutput(flags);
  const count = await exportReports(readRun(run), { format: readFormat(flags, output), output });
  tell(`${count} documents exported to ${output}.`);
  return ExitCode.fine;
}

function readOutput(flags: FlagValues): string {
  if (typeof flags.output === 'string') return flags.output;
  throw new TifaError('bad-option', 'tifa export needs a place to write to.', 'Give --output PATH.');
}

function readFormat(flags: FlagValues, output: string): ExportFormat {
  const format = flags.format ?? EXTENSIONS[extname(output).toLowerCase()];
  if (typeof format === 'string') return format as ExportFormat;
  throw new TifaError(
    'bad-option',
    `The name ${output} does not tell the format.`,
    `Give --format ${EXPORT_FORMATS.join(', ')}.`,
  );
}
