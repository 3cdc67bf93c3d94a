import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import sqlite from 'node-sqlite3-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../src/extractor/extractor.js';
import type { Report } from '../../src/report/schema.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/sinks/export-formats.js';
import { exportReports } from '../../src/sinks/export-reports.js';
import { buildTables, rowsByTable } from '../../src/sinks/tables.js';
import { fixtureTexts, makeScratch } from '../support/archive.js';
import { findPython } from '../support/find-python.js';

const scratch = makeScratch();
const tables = buildTables();
const FORMULA = '=HYPERLINK("http://example.org")';
const hostile = extract('发布日期：2031-07-05\n\n会议强调，“两个维护”要落实到位，全市办理案件1,200件，同比下降3.5%。', {
  anchor: '2031-07-05',
});
const hant = '會議強調，要抓好學習教育、查糾整改、總結提升三個環(huán)節(jié)。';
const reports: Report[] = [
  ...fixtureTexts().map((text) => extract(text)),
  { ...hostile, metadata: { ...hostile.metadata, title: FORMULA, author: '-记者', editor: '@编辑' } },
  extract(hant),
];

const place = (format: ExportFormat): string => join(scratch, `all.${format}`);

beforeAll(async () => {
  for (const format of EXPORT_FORMATS)
    expect(await exportReports(reports, { format, output: place(format) })).toBe(reports.length);
});

function allRows(name: string): Record<string, unknown>[] {
  return reports.flatMap((report) => rowsByTable(tables, report)[name] ?? []);
}

/** Splits CSV by RFC 4180, by other means than the writer's. */
function readCsv(path: string): string[][] {
  const text = readFileSync(path, 'utf8').slice(1);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain as string) : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it('opens in Excel: byte order mark, CRLF, Chinese as it is', () => {
    const bytes = readFileSync(join(place('csv'), 'slogans.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString()).toContain('两个维护');
    expect(bytes.toString().split('\r\n').length).toBeGreaterThan(allRows('slogans').length);
  });

  it.each(tables.map((table) => table.name))('has all rows of %s', (name) => {
    const [head, ...rows] = readCsv(join(place('csv'), `${name}.csv`));
    const expected = allRows(name);
    expect(rows).toHaveLength(expected.length);
    rows.forEach((row, at) => {
      row.forEach((cell, column) => {
        const value = expected[at]?.[head?.[column] as string];
        expect(cell.replace(/^'/, '')).toBe(value === null ? '' : String(value));
      });
    });
  });

  it('lets no text become a formula, and leaves numbers alone', () => {
    const cells = readCsv(join(place('csv'), 'documents.csv')).flat();
    expect(cells).toContain(`'${FORMULA}`);
    for (const name of readdirSync(place('csv')))
      for (const cell of readCsv(join(place('csv'), name)).flat()) expect(cell).not.toMatch(/^[=+@]|^-(?![\d.]+$)/);
  });

  it('has no cell beyond what Excel takes', () => {
    for (const name of readdirSync(place('csv')))
      for (const cell of readCsv(join(place('csv'), name)).flat()) expect(cell.length).toBeLessThanOrEqual(32_767);
  });
});

describe('SQLite', () => {
  const query = (sql: string, values: string[] = []): Record<string, unknown>[] => {
    const database = new sqlite.Database(place('sqlite'), { readOnly: true });
    try {
      return database.all(sql, values) as Record<string, unknown>[];
    } finally {
      database.close();
    }
  };

  it.each(tables.map((table) => table.name))('has all rows of %s', (name) => {
    const asStored = allRows(name).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, typeof value === 'boolean' ? Number(value) : value]),
      ),
    );
    expect(query(`SELECT * FROM ${name} ORDER BY rowid`)).toEqual(asStored);
  });

  it('finds any stretch of Chinese, in simplified characters, without debris', () => {
    const match = (words: string) => query('SELECT kind FROM search WHERE search MATCH ?', [`"${words}"`]);
    expect(match('抓好学习教育、查纠').map((row) => row.kind)).toContain('sentence');
    expect(
      query('SELECT document FROM search WHERE search MATCH ?', ['"三个环节"']).map((row) => row.document),
    ).toContain(reports.at(-1)?.id);
    expect(match('两个维护').map((row) => row.kind)).toEqual(expect.arrayContaining(['sentence', 'slogan']));
    expect(query(`SELECT count(*) AS found FROM passages WHERE text LIKE '%维护%'`)[0]?.found).toBeGreaterThan(0);
  });

  it('has views that answer at once', () => {
    const months = query('SELECT * FROM slogan_by_month WHERE label = ? AND month = ?', ['两个维护', '2031-07']);
    expect(months).toEqual([expect.objectContaining({ mentions: expect.any(Number), documents: 1 })]);
    expect(query('SELECT * FROM statistic_rows')).toHaveLength(allRows('statistics').length);
    expect(query(`SELECT members FROM slogan_lists WHERE label = '三个环节'`).map((row) => row.members)).toContain(
      '学习教育、查纠整改、总结提升',
    );
  });

  it('leaves no lock behind, and lets others read', () => {
    expect(existsSync(`${place('sqlite')}.lock`)).toBe(false);
    expect(statSync(place('sqlite')).mode & 0o444).toBe(0o444);
  });
});

describe('Parquet', () => {
  it.each(tables.map((table) => table.name))('has all rows of %s', async (name) => {
    const file = await asyncBufferFromFile(join(place('parquet'), `${name}.parquet`));
    const rows = await parquetReadObjects({ file });
    const plain = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => {
          if (typeof value === 'bigint') return [key, Number(value)];
          return [key, value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null)];
        }),
      ),
    );
    expect(plain).toEqual(allRows(name));
  });

  const python = findPython('pyarrow');

  it.skipIf(python === null)('is read by Arrow with the same types (skipped where Python has no pyarrow)', () => {
    const script = `
import json, sys, pyarrow.parquet as pq
for name in sys.argv[2:]:
    table = pq.read_table(f"{sys.argv[1]}/{name}.parquet")
    print(json.dumps([name, table.num_rows, {field.name: str(field.type) for field in table.schema}]))
`;
    const names = tables.map((table) => table.name);
    const { stdout, stderr } = spawnSync(python as string, ['-c', script, place('parquet'), ...names], {
      encoding: 'utf8',
    });
    const types = {
      text: 'string',
      json: 'string',
      integer: 'int64',
      number: 'double',
      boolean: 'bool',
      date: 'date32[day]',
    };
    const found = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(stderr).toBe('');
    expect(found).toEqual(
      tables.map(({ name, columns }) => [
        name,
        allRows(name).length,
        Object.fromEntries(columns.map((column) => [column.name, types[column.type]])),
      ]),
    );
  });
});

it('JSON Lines are the reports themselves', () => {
  const lines = readFileSync(place('jsonl'), 'utf8').split('\n').slice(0, -1);
  expect(lines.map((line) => JSON.parse(line))).toEqual(reports);
});

describe('an export that goes wrong', () => {
  async function* failing(): AsyncGenerator<Report> {
    yield reports[0] as Report;
    throw new Error('no more');
  }

  it.each(EXPORT_FORMATS)('leaves nothing of %s behind', async (format) => {
    const folder = join(scratch, `failing-${format}`);
    await expect(exportReports(failing(), { format, output: join(folder, 'out') })).rejects.toMatchObject({
      code: 'output-unwritable',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(EXPORT_FORMATS)('replaces what stood there only when %s is whole', async (format) => {
    const output = join(scratch, `again-${format}`);
    await exportReports(reports.slice(0, 2), { format, output });
    await expect(exportReports(failing(), { format, output })).rejects.toThrow();
    expect(existsSync(output)).toBe(true);
    expect(await exportReports(reports, { format, output })).toBe(reports.length);
    expect(readdirSync(scratch).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('says where it cannot write', async () => {
    writeFileSync(join(scratch, 'file'), '');
    mkdirSync(join(scratch, 'taken'));
    await expect(exportReports(reports, { format: 'csv', output: join(scratch, 'file/out') })).rejects.toMatchObject({
      code: 'output-unwritable',
    });
    await expect(exportReports(reports, { format: 'sqlite', output: join(scratch, 'taken') })).rejects.toMatchObject({
      code: 'output-unwritable',
    });
  });
});
