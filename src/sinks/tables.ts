import * as z from 'zod';
import {
  attributionSchema,
  checkSchema,
  dateRecordSchema,
  enumerationItemSchema,
  enumerationSchema,
  type Report,
  reportSchema,
  sloganItemSchema,
  sloganSchema,
  statisticSchema,
} from '../report/schema.js';
import { type Column, columnsOf, readCell } from './columns.js';

/**
 * The tables of an archive, derived from the schemas of the report: a field added there is a column here, in CSV, SQLite,
 * Parquet, `tifa pipe --format rows` and on Spark. What is not derived is which records make a table and what joins them.
 */
export type TableName =
  | 'documents'
  | 'slogans'
  | 'items'
  | 'dates'
  | 'statistics'
  | 'checks'
  | 'attributions'
  | 'enumerations';

/** null, text, number or boolean; lists stand as their JSON. In the order of the table's columns. */
export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

export interface Table {
  readonly name: TableName;
  readonly columns: readonly Column[];
  /** names of the columns that tell one row from all others */
  readonly key: readonly string[];
  rows(report: Report): Row[];
}

type Plain = Record<string, unknown>;

/** The report's id, as the first column of every table but `documents`. */
const documentKey = z.object({ document: z.string().describe('Id of the document: joins with documents.id.') });
/** Place in its list from 0: what `sentence`, `attribution` and the like point at. */
const position = z.object({ position: z.int().nonnegative().describe('Place in its list, from 0.') });

/** Members of slogans and of enumerations; which of the two says the key that is not null. */
const itemRow = z.object({
  slogan: sloganSchema.shape.id.nullable().describe('Id of the slogan whose list it belongs to.'),
  enumeration: enumerationSchema.shape.id.nullable().describe('Id of the enumeration that it belongs to.'),
  ...position.shape,
  ...sloganItemSchema.shape,
  marker: enumerationItemSchema.shape.marker.nullable(),
  body: enumerationItemSchema.shape.body.nullable(),
});

function itemsOf(report: Report): Plain[] {
  const members = report.slogans.flatMap((slogan) =>
    (slogan.list?.items ?? []).map((item, at) => ({ ...item, slogan: slogan.id, position: at })),
  );
  const points = report.enumerations.flatMap((list) =>
    list.items.map((item, at) => ({ ...item, enumeration: list.id, position: at })),
  );
  return [...members, ...points];
}

function numbered(records: readonly Plain[]): Plain[] {
  return records.map((record, at) => ({ ...record, position: at }));
}

function childTable(
  name: TableName,
  schema: z.ZodObject,
  key: readonly string[],
  recordsOf: (report: Report) => readonly Plain[],
): Table {
  const columns = columnsOf(schema);
  return {
    name,
    columns: [...columnsOf(documentKey), ...columns],
    key: ['document', ...key],
    rows: (report) =>
      recordsOf(report).map((record) => [report.id, ...columns.map((column) => readCell(record, column))]),
  };
}

function documentTable(): Table {
  const columns = columnsOf(reportSchema);
  return {
    name: 'documents',
    columns,
    key: ['id'],
    rows: (report) => [columns.map((column) => readCell(report, column))],
  };
}

/** The tables in the order in which they are written. Built from the schemas at each call: keep the result. */
export function buildTables(): readonly Table[] {
  return [
    documentTable(),
    childTable('slogans', sloganSchema, ['id'], (report) => report.slogans),
    childTable('items', itemRow, ['slogan', 'enumeration', 'position'], itemsOf),
    childTable('dates', dateRecordSchema, ['id'], (report) => report.dates),
    childTable('statistics', statisticSchema, ['id'], (report) => report.statistics),
    childTable('checks', position.extend(checkSchema.shape), ['position'], (report) => numbered(report.checks)),
    childTable('attributions', position.extend(attributionSchema.shape), ['position'], (report) =>
      numbered(report.attributions),
    ),
    childTable('enumerations', enumerationSchema, ['id'], (report) => report.enumerations),
  ];
}

/** Rows of one report by table and column name: what `tifa pipe --format rows` gives for each document. */
export function rowsByTable(tables: readonly Table[], report: Report): Record<string, Record<string, Cell>[]> {
  return Object.fromEntries(
    tables.map((table) => [table.name, table.rows(report).map((row) => nameCells(table, row))]),
  );
}

function nameCells(table: Table, row: Row): Record<string, Cell> {
  const named: Record<string, Cell> = {};
  for (const [at, column] of table.columns.entries()) named[column.name] = row[at] ?? null;
  return named;
}
