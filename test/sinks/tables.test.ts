import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { extract } from '../../src/extractor/extractor.js';
import { reportSchema } from '../../src/report/schema.js';
import { columnsOf } from '../../src/sinks/columns.js';
import { buildTables, rowsByTable } from '../../src/sinks/tables.js';
import { fixtureTexts } from '../support/archive.js';

const tables = buildTables();
const reports = fixtureTexts().map((text) => extract(text));

describe('columnsOf', () => {
  it('makes nested objects flat, keeps lists as JSON, leaves lists of objects out', () => {
    const schema = z.object({
      asOf: z.string().nullable(),
      list: z.object({ how: z.enum(['affix']), members: z.array(z.object({ label: z.string() })) }).nullable(),
      source: z.object({ mediaType: z.string() }),
      start: z.int(),
      value: z.number(),
      day: z.iso.date().nullable().describe('A day.'),
      numerals: z.array(z.number().nullable()),
      quoted: z.boolean(),
    });
    expect(columnsOf(schema).map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
      ['as_of', 'text', true],
      ['list_how', 'text', true],
      ['media_type', 'text', false],
      ['start_offset', 'integer', false],
      ['value', 'number', false],
      ['day', 'date', true],
      ['numerals', 'json', false],
      ['quoted', 'boolean', false],
    ]);
    expect(columnsOf(schema)[5]?.description).toBe('A day.');
  });
});

describe('the tables', () => {
  it('are the eight of an export, with columns of different names', () => {
    expect(tables.map((table) => table.name)).toEqual([
      'documents',
      'slogans',
      'items',
      'dates',
      'statistics',
      'checks',
      'attributions',
      'enumerations',
    ]);
    for (const { columns } of tables) expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
  });

  it('hold every record of a report, and nothing that is null where the schema has none', () => {
    for (const report of reports) {
      const rows = rowsByTable(tables, report);
      expect(rows.documents).toEqual([expect.objectContaining({ id: report.id, text: report.text })]);
      for (const name of ['slogans', 'dates', 'statistics', 'checks', 'attributions', 'enumerations'] as const)
        expect(rows[name]).toHaveLength(report[name].length);
      for (const table of tables)
        for (const row of rows[table.name] ?? [])
          for (const column of table.columns)
            if (!column.nullable) expect(row[column.name], column.name).not.toBeNull();
    }
  });

  it('have keys that tell rows apart and join', () => {
    for (const report of reports) {
      const rows = rowsByTable(tables, report);
      for (const table of tables) {
        const keys = (rows[table.name] ?? []).map((row) => table.key.map((name) => row[name]).join(' '));
        expect(new Set(keys).size).toBe(keys.length);
      }
      const ids = new Set(['slogans', 'enumerations'].flatMap((name) => (rows[name] ?? []).map((row) => row.id)));
      for (const item of rows.items ?? []) expect(ids.has(item.slogan ?? item.enumeration ?? '')).toBe(true);
    }
  });

  it('take every field of the schema that is not a list of objects', () => {
    const shape = Object.keys(reportSchema.shape.metadata.shape);
    expect(tables[0]?.columns.map((column) => column.name)).toEqual(
      expect.arrayContaining(shape.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))),
    );
  });
});
