import type { SchemaElement } from 'hyparquet';
import type { Column, ColumnType } from './columns.js';
import type { Table } from './tables.js';

interface ParquetType {
  /** physical type */
  type: NonNullable<SchemaElement['type']>;
  converted?: NonNullable<SchemaElement['converted_type']>;
  /** the two as the notation of Parquet schemas has them */
  notation: readonly [physical: string, logical: string];
  /** Spark SQL's name for it */
  spark: string;
}

const TEXT: ParquetType = { type: 'BYTE_ARRAY', converted: 'UTF8', notation: ['binary', ' (STRING)'], spark: 'string' };

const TYPES: Readonly<Record<ColumnType, ParquetType>> = {
  text: TEXT,
  json: TEXT,
  integer: { type: 'INT64', notation: ['int64', ''], spark: 'long' },
  number: { type: 'DOUBLE', notation: ['double', ''], spark: 'double' },
  boolean: { type: 'BOOLEAN', notation: ['boolean', ''], spark: 'boolean' },
  date: { type: 'INT32', converted: 'DATE', notation: ['int32', ' (DATE)'], spark: 'date' },
};

function repetition(column: Column): 'OPTIONAL' | 'REQUIRED' {
  return column.nullable ? 'OPTIONAL' : 'REQUIRED';
}

/** The schema of one table as the writer takes it: a root and its columns. */
export function parquetElements(table: Table): SchemaElement[] {
  const columns = table.columns.map((column): SchemaElement => {
    const { type, converted } = TYPES[column.type];
    const element: SchemaElement = { name: column.name, type, repetition_type: repetition(column) };
    return converted === undefined ? element : { ...element, converted_type: converted };
  });
  return [{ name: table.name, num_children: columns.length }, ...columns];
}

/** The schemas in the notation that Parquet's own tools print: `message slogans { required binary id (STRING); … }`. */
export function parquetNotation(tables: readonly Table[]): string {
  const line = (column: Column): string => {
    const [physical, logical] = TYPES[column.type].notation;
    return `  ${repetition(column).toLowerCase()} ${physical} ${column.name}${logical};\n`;
  };
  return tables.map((table) => `message ${table.name} {\n${table.columns.map(line).join('')}}\n`).join('\n');
}

/** The schemas as Spark reads them with `StructType.fromJson`, by table. */
export function sparkSchemas(tables: readonly Table[]): Record<string, unknown> {
  const field = (column: Column): Record<string, unknown> => ({
    name: column.name,
    type: TYPES[column.type].spark,
    nullable: column.nullable,
    metadata: column.description === null ? {} : { comment: column.description },
  });
  return Object.fromEntries(tables.map((table) => [table.name, { type: 'struct', fields: table.columns.map(field) }]));
}
