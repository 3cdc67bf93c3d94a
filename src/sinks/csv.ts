import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { FileAppender } from './file-appender.js';
import { openFolderSink, type TableFile, type TableSink } from './table-sink.js';
import type { Row, Table } from './tables.js';

const BYTE_ORDER_MARK = '\ufeff';

/** A cell of a spreadsheet holds 32,767 characters; a document's whole text would be torn over several rows. */
const LEFT_OUT: ReadonlySet<string> = new Set(['documents.text']);

/**
 * A folder of CSV files, one per table, that Excel opens as they are: UTF-8 with byte order mark, CRLF, and a text that
 * begins with = + - @ gets an apostrophe before it, so that no text of a document becomes a formula.
 * The column `text` of `documents` is left out.
 */
export function openCsvSink(folder: string): TableSink {
  return openFolderSink(folder, openCsvFile);
}

function openCsvFile(folder: string, table: Table): TableFile {
  const places = table.columns.flatMap((column, at) => (LEFT_OUT.has(`${table.name}.${column.name}`) ? [] : [at]));
  const file = new FileAppender(join(folder, `${table.name}.csv`));
  file.append(BYTE_ORDER_MARK + toCsv([places.map((at) => (table.columns[at] as { name: string }).name)]));
  return {
    write: (report) => {
      const rows = table.rows(report);
      if (rows.length > 0) file.append(toCsv(rows.map((row) => places.map((at) => row[at] ?? null))));
    },
    close: () => file.close(),
  };
}

function toCsv(rows: readonly Row[]): string {
  return stringify(rows as Row[], {
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
}
