import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isTifaError, TifaError } from '../errors.js';
import type { Report } from '../report/schema.js';
import { EXPORT_FORMATS, type ExportFormat } from './export-formats.js';
import { FileAppender } from './file-appender.js';
import { toJsonLine } from './jsonl.js';
import { makeFolder } from './make-folder.js';
import type { TableSink } from './table-sink.js';
import { unwritable } from './unwritable.js';

export interface ExportOptions {
  format: ExportFormat;
  /** a file for sqlite and jsonl, a folder for csv and parquet; what stands there is replaced */
  output: string;
}

/**
 * Stores reports as tables. Written beside the output under a temporary name and renamed at the end.
 * Memory does not grow with the number of reports, but for SQLite, which sorts its indexes in memory: 2 kB for each report.
 * @returns how many reports were stored
 * @throws TifaError `output-unwritable` when the disk is full or the place cannot be written
 */
export async function exportReports(
  reports: AsyncIterable<Report> | Iterable<Report>,
  options: ExportOptions,
): Promise<number> {
  const output = resolve(options.output);
  const temporary = `${output}.${process.pid}.part`;
  let sink: TableSink | null = null;
  try {
    makeFolder(dirname(output));
    rmSync(temporary, { recursive: true, force: true });
    sink = await openSink(options.format, temporary);
    let count = 0;
    for await (const report of reports) {
      await sink.write(report);
      count++;
    }
    await sink.close();
    moveInto(temporary, output);
    return count;
  } catch (error) {
    sink?.discard();
    throw isTifaError(error) ? error : unwritable(options.output, error, REMEDY);
  }
}

/** Drivers are only loaded for the format that is asked for. */
async function openSink(format: ExportFormat, path: string): Promise<TableSink> {
  switch (format) {
    case 'csv':
      return (await import('./csv.js')).openCsvSink(path);
    case 'sqlite':
      return (await import('./sqlite.js')).openSqliteSink(path);
    case 'parquet':
      return (await import('./parquet.js')).openParquetSink(path);
    case 'jsonl':
      return openJsonlSink(path);
    default:
      throw new TifaError('bad-option', `There is no format "${format}".`, `Use ${EXPORT_FORMATS.join(', ')}.`);
  }
}

function openJsonlSink(path: string): TableSink {
  const file = new FileAppender(path);
  return {
    write: (report) => file.append(toJsonLine(report)),
    close: () => file.close(),
    discard: () => rmSync(path, { force: true }),
  };
}

/** A file or a new folder takes its name in one step; into a folder that is there the files go one by one. */
function moveInto(temporary: string, output: string): void {
  const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder(temporary) || !isFolder(output)) {
    renameSync(temporary, output);
    return;
  }
  for (const name of readdirSync(temporary)) renameSync(join(temporary, name), join(output, name));
  rmSync(temporary, { recursive: true, force: true });
}

const REMEDY = 'Choose another --output, or check its permissions and the space on the disk.';
