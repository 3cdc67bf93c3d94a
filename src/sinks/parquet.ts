import { join } from 'node:path';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { VERSION } from '../extractor/version.js';
import type { Report } from '../report/schema.js';
import type { Column } from './columns.js';
import { parquetElements } from './parquet-schema.js';
import { openFolderSink, type TableFile, type TableSink } from './table-sink.js';
import type { Cell, Row, Table } from './tables.js';

/** A row group is written when it has this many rows, or this many characters of text. */
const GROUP_ROWS = 20_000;
const GROUP_CHARACTERS = 4 * 1024 * 1024;

/** A folder of Parquet files, one per table: Snappy, dates as dates, whole numbers as INT64. */
export function openParquetSink(folder: string): TableSink {
  return openFolderSink(folder, (path, table) => new ParquetFile(path, table));
}

class ParquetFile implements TableFile {
  private readonly writer: ParquetWriter;
  private columns: unknown[][];
  private characters = 0;

  constructor(
    folder: string,
    private readonly table: Table,
  ) {
    const writer = fileWriter(join(folder, `${table.name}.parquet`));
    this.writer = new ParquetWriter({ writer, schema: parquetElements(table), createdBy: `tifa ${VERSION}` });
    this.columns = table.columns.map(() => []);
  }

  write(report: Report): void {
    for (const row of this.table.rows(report)) this.add(row);
    const rows = this.columns[0]?.length ?? 0;
    if (rows >= GROUP_ROWS || this.characters >= GROUP_CHARACTERS) this.flush();
  }

  close(): void {
    this.flush();
    this.writer.finish();
  }

  private add(row: Row): void {
    this.table.columns.forEach((column, at) => {
      const cell = row[at] ?? null;
      if (typeof cell === 'string') this.characters += cell.length;
      this.columns[at]?.push(toParquet(cell, column));
    });
  }

  private flush(): void {
    const rowGroupSize = this.columns[0]?.length ?? 0;
    if (rowGroupSize === 0) return;
    const columnData = this.table.columns.map(({ name }, at) => ({ name, data: this.columns[at] as unknown[] }));
    this.writer.write({ columnData, rowGroupSize });
    this.columns = this.table.columns.map(() => []);
    this.characters = 0;
  }
}

function toParquet(cell: Cell, column: Column): unknown {
  if (cell === null) return null;
  if (column.type === 'integer') return BigInt(cell as number);
  return column.type === 'date' ? new Date(`${cell}T00:00:00Z`) : cell;
}
