import type * as z from 'zod';

/** What a column holds; every format has its own word for it. `json` is a list as JSON text, `date` an ISO date. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'json';

export interface Column {
  /** snake case, nested fields joined: `list_how`, `indicator_label` */
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly description: string | null;
  /** where the value stands in the record: `['list', 'how']` */
  readonly path: readonly string[];
}

/** Objects of a report whose fields are columns without a prefix: `source.path` is `path`. */
const UNPREFIXED: ReadonlySet<string> = new Set(['source', 'metadata']);

/** Words that SQL keeps for itself would have to be quoted in every query. */
const RENAMED: Readonly<Record<string, string>> = { start: 'start_offset', end: 'end_offset', of: 'change_of' };

/** Columns of an object schema: nested objects flat, lists of objects left out (they are tables of their own). */
export function columnsOf(schema: z.ZodObject, path: readonly string[] = [], isNullable = false): Column[] {
  return Object.entries(schema.shape).flatMap(([field, type]) =>
    fieldColumns(type as z.ZodType, [...path, field], isNullable),
  );
}

function fieldColumns(type: z.ZodType, path: readonly string[], isInNullable: boolean): Column[] {
  const inner = unwrap(type);
  const nullable = isInNullable || inner !== type;
  if (inner.def.type === 'object') return columnsOf(inner as z.ZodObject, path, nullable);
  const columnType = columnTypeOf(inner);
  if (columnType === null) return [];
  const description = type.description ?? inner.description ?? null;
  return [{ name: columnName(path), type: columnType, nullable, description, path }];
}

function unwrap(type: z.ZodType): z.ZodType {
  return type.def.type === 'nullable' ? (type as z.ZodNullable<z.ZodType>).def.innerType : type;
}

/** Null for a list of objects. A kind of schema that is not named here is a mistake in the schema, found by the tests. */
function columnTypeOf(type: z.ZodType): ColumnType | null {
  switch (type.def.type) {
    case 'string':
      return (type as z.ZodString).format === 'date' ? 'date' : 'text';
    case 'number':
      return (type as z.ZodNumber).format === 'safeint' ? 'integer' : 'number';
    case 'boolean':
      return 'boolean';
    case 'enum':
    case 'literal':
      return 'text';
    case 'array':
      return unwrap((type as z.ZodArray<z.ZodType>).def.element).def.type === 'object' ? null : 'json';
    default:
      throw new Error(`A ${type.def.type} has no column.`);
  }
}

function columnName(path: readonly string[]): string {
  const prefix = path.slice(0, -1).filter((part) => !UNPREFIXED.has(part));
  const last = path[path.length - 1] as string;
  return [...prefix, RENAMED[last] ?? last].map(toSnakeCase).join('_');
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The value of a column in a record; null where an object on the way is null or absent. */
export function readCell(record: unknown, column: Column): string | number | boolean | null {
  let value: unknown = record;
  for (const field of column.path) value = (value as Record<string, unknown> | null | undefined)?.[field];
  if (value === undefined || value === null) return null;
  if (column.type === 'json') return JSON.stringify(value);
  // beyond 2^53 a whole number is no longer exact, and databases would refuse it
  if (column.type === 'integer' && !Number.isSafeInteger(value)) return null;
  return value as string | number | boolean;
}
