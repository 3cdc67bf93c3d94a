import sqlite from 'node-sqlite3-wasm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extractor/extractor.js';
import { reportJsonSchema } from '../../src/schemas.js';
import type { SchemaFormat } from '../../src/sinks/schema-formats.js';
import { schemaText } from '../../src/sinks/schema-text.js';
import { buildTables } from '../../src/sinks/tables.js';

const textOf = (format: SchemaFormat): string => schemaText(format, reportJsonSchema());
const tables = buildTables();

/** Mistakes that the compiler finds in a file that stands alone. */
function mistakesIn(code: string): string[] {
  const options: ts.CompilerOptions = { strict: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, target) =>
    name === 'report.ts' ? ts.createSourceFile(name, code, target) : getSourceFile.call(host, name, target);
  const program = ts.createProgram(['report.ts'], options, host);
  return ts.getPreEmitDiagnostics(program).map((mistake) => ts.flattenDiagnosticMessageText(mistake.messageText, ' '));
}

describe('tifa schema', () => {
  it('gives SQL that makes the tables, the search and the views', () => {
    const database = new sqlite.Database();
    database.exec(textOf('sql'));
    for (const { name, columns } of tables)
      expect(database.all(`SELECT name FROM pragma_table_info('${name}')`).map((column) => column.name)).toEqual(
        columns.map((column) => column.name),
      );
    for (const view of ['slogan_by_month', 'statistic_rows', 'slogan_lists', 'search'])
      expect(database.all(`SELECT * FROM ${view}`)).toEqual([]);
    database.close();
  });

  it('gives a type of the report that the compiler takes, and that fits a report', () => {
    const report = JSON.stringify(extract('会议强调，要抓好学习教育、查纠整改、总结提升三个环节，办理案件12件。'));
    expect(mistakesIn(`${textOf('typescript')}\nexport const report: Report = ${report};`)).toEqual([]);
    expect(mistakesIn(`${textOf('typescript')}\nexport const report: Report = { id: 1 };`)).not.toEqual([]);
  });

  it('gives the schemas of Parquet', () => {
    const messages = textOf('parquet').match(/^message \w+ \{[^}]*\}$/gm) ?? [];
    expect(
      messages.map((message) => message.match(/^ {2}(?:required|optional) \w+ \w+(?: \(\w+\))?;$/gm)?.length),
    ).toEqual(tables.map((table) => table.columns.length));
  });

  it('gives the schemas of Spark', () => {
    const schemas = JSON.parse(textOf('spark'));
    expect(Object.keys(schemas)).toEqual(tables.map((table) => table.name));
    expect(schemas.statistics.fields).toContainEqual(
      expect.objectContaining({ name: 'value', type: 'double', nullable: false }),
    );
    expect(schemas.documents.fields).toContainEqual(
      expect.objectContaining({ name: 'published', type: 'date', nullable: true }),
    );
  });
});
