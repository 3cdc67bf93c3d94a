import { mkdirSync, rmSync } from 'node:fs';
import type { Report } from '../report/schema.js';
import { buildTables, type Table } from './tables.js';

/** Takes reports and stores their rows. Nothing stands under the final name before `close` has returned. */
export interface TableSink {
  write(report: Report): void | Promise<void>;
  close(): void | Promise<void>;
  /** Gives up; what was written so far is removed. */
  discard(): void;
}

/** The file of one table. */
export interface TableFile {
  write(report: Report): void;
  close(): void;
}

/** A sink that is a folder with one file per table. */
export function openFolderSink(folder: string, openFile: (folder: string, table: Table) => TableFile): TableSink {
  mkdirSync(folder, { recursive: true });
  const files = buildTables().map((table) => openFile(folder, table));
  return {
    write: (report) => {
      for (const file of files) file.write(report);
    },
    close: () => {
      for (const file of files) file.close();
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}
