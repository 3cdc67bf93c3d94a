import { chmodSync, rmSync } from 'node:fs';
import sqlite, { type Database, type Statement } from 'node-sqlite3-wasm';
import type { Report } from '../report/schema.js';
import { passagesOf } from './passages.js';
import { indexStatements, searchStatements, tableStatements } from './sql-schema.js';
import type { TableSink } from './table-sink.js';
import { buildTables, type Cell, type Table } from './tables.js';

const DOCUMENTS_PER_TRANSACTION = 500;
/** Bytes of the index that the full-text search collects before it writes them: the more, the less is merged later. */
const SEARCH_BYTES = 32 * 1024 * 1024;
/** What the search has by itself, for who adds to the file later. */
const STANDARD_SEARCH_BYTES = 1024 * 1024;
const STANDARD_MERGES = 4;

/** The file is new, has one writer and is thrown away when that writer stops: no journal, no locks, no waiting for the disk. */
const PRAGMAS = `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
PRAGMA page_size = 8192; PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY;`;

/**
 * One SQLite file with the tables, a full-text search over sentences and labels (`search`) and the views `slogan_by_month`,
 * `statistic_rows` and `slogan_lists`.
 */
export function openSqliteSink(path: string): TableSink {
  const tables = buildTables();
  const database = new sqlite.Database(path);
  database.exec(PRAGMAS);
  database.exec(tableStatements(tables));
  database.exec(searchStatements());
  const writer = openWriter(database, tables);
  return {
    write: (report) => writer.write(report),
    close: () => {
      writer.close();
      fillSearch(database);
      database.exec(indexStatements(tables));
      database.exec('ANALYZE;');
      database.close();
      // the driver lets nobody else read its files
      chmodSync(path, 0o644);
    },
    discard: () => {
      if (database.isOpen) closeUnfinished(database, writer);
      rmSync(path, { force: true });
      // the driver marks a file in use by a folder beside it
      rmSync(`${path}.lock`, { recursive: true, force: true });
    },
  };
}

/** Builds the full-text index in one go, in large pieces that are not merged on the way. */
function fillSearch(database: Database): void {
  const set = (option: string, value: number): void =>
    database.exec(`INSERT INTO search (search, rank) VALUES ('${option}', ${value});`);
  set('hashsize', SEARCH_BYTES);
  set('automerge', 0);
  database.exec(`INSERT INTO search (search) VALUES ('rebuild');`);
  set('hashsize', STANDARD_SEARCH_BYTES);
  set('automerge', STANDARD_MERGES);
}

interface Writer {
  write(report: Report): void;
  close(): void;
}

function openWriter(database: Database, tables: readonly Table[]): Writer {
  const inserts = tables.map((table) => [table, prepareInsert(database, table.name, table.columns.length)] as const);
  const passages = prepareInsert(database, 'passages (document, kind, record, text)', 4);
  let written = 0;
  database.exec('BEGIN');
  return {
    write: (report) => {
      for (const [table, insert] of inserts) for (const row of table.rows(report)) insert.run(row as Cell[]);
      for (const row of passagesOf(report)) passages.run([...row]);
      written++;
      if (written % DOCUMENTS_PER_TRANSACTION === 0) database.exec('COMMIT; BEGIN');
    },
    close: () => {
      for (const [, insert] of inserts) insert.finalize();
      passages.finalize();
      if (database.inTransaction) database.exec('COMMIT');
    },
  };
}

function prepareInsert(database: Database, target: string, columns: number): Statement {
  return database.prepare(`INSERT INTO ${target} VALUES (${Array(columns).fill('?').join(', ')})`);
}

/** After a full disk even closing can fail; the file goes anyway. */
function closeUnfinished(database: Database, writer: Writer): void {
  try {
    writer.close();
    database.close();
  } catch {
    // nothing of this file is kept
  }
}
