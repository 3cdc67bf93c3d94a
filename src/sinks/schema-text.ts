import { parquetNotation, sparkSchemas } from './parquet-schema.js';
import type { SchemaFormat } from './schema-formats.js';
import { indexStatements, searchStatements, tableStatements } from './sql-schema.js';
import { buildTables, type Table } from './tables.js';
import { typescriptNotation } from './type-schema.js';

/**
 * What `tifa schema --format …` prints: the report, or the tables of `tifa export`, all from the one definition.
 * @param reportSchema the report as JSON Schema, from `tifa/schemas`
 */
export function schemaText(format: SchemaFormat, reportSchema: Record<string, unknown>): string {
  switch (format) {
    case 'json-schema':
      return `${JSON.stringify(reportSchema, null, 2)}\n`;
    case 'typescript':
      return typescriptNotation(reportSchema);
    case 'sql':
      return `${sqlText(buildTables())}\n`;
    case 'parquet':
      return parquetNotation(buildTables());
    case 'spark':
      return `${JSON.stringify(sparkSchemas(buildTables()), null, 2)}\n`;
  }
}

function sqlText(tables: readonly Table[]): string {
  return [tableStatements(tables), searchStatements(), indexStatements(tables)].join('\n');
}
