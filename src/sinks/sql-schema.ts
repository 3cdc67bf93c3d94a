import type { Column, ColumnType } from './columns.js';
import type { Table } from './tables.js';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
  date: 'TEXT',
  json: 'TEXT',
};

/** Columns that are looked up by, beside the keys. */
const INDEXED: readonly (readonly [table: string, columns: string])[] = [
  ['documents', 'published'],
  ['slogans', 'label'],
  ['slogans', 'lexicon'],
  ['items', 'label'],
  ['dates', 'earliest, latest'],
  ['statistics', 'indicator_label'],
  ['checks', 'code'],
];

/** What every sentence and label says in simplified characters, for the full-text search. SQLite only. */
const SEARCH = `CREATE TABLE passages (
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL, -- joins with documents.id
  kind TEXT NOT NULL, -- title, sentence, slogan, item or indicator
  record TEXT, -- id of the slogan or statistic; place of the sentence
  text TEXT NOT NULL -- simplified characters, without debris
);
-- three characters or more: SELECT * FROM search WHERE search MATCH '"乡村振兴"'
-- one or two:               SELECT * FROM search WHERE text LIKE '%改革%'
CREATE VIRTUAL TABLE search USING fts5(
  document UNINDEXED, kind UNINDEXED, record UNINDEXED, text,
  content = 'passages', content_rowid = 'id', tokenize = 'trigram'
);`;

const VIEWS = `CREATE VIEW slogan_by_month AS
SELECT substr(coalesce(d.published, d.anchor), 1, 7) AS month, s.label, count(*) AS mentions,
  count(DISTINCT s.document) AS documents
FROM slogans s JOIN documents d ON d.id = s.document
GROUP BY month, s.label;
CREATE VIEW statistic_rows AS
SELECT d.title, coalesce(d.published, d.anchor) AS said_on, s.indicator_label AS indicator, s.value, s.upper, s.unit, s.kind,
  s.approximation, s.direction, s.basis, t.value AS as_of, c.indicator_label AS change_of, w.indicator_label AS part_of,
  a.label AS said_by, s.text, s.document, s.id
FROM statistics s JOIN documents d ON d.id = s.document
LEFT JOIN dates t ON t.document = s.document AND t.id = s.as_of
LEFT JOIN statistics c ON c.document = s.document AND c.id = s.change_of
LEFT JOIN statistics w ON w.document = s.document AND w.id = s.part_of
LEFT JOIN attributions a ON a.document = s.document AND a.position = s.attribution;
CREATE VIEW slogan_lists AS
SELECT s.label, coalesce(d.published, d.anchor) AS said_on, s.list_how, s.list_declared, s.list_complete,
  (SELECT group_concat(i.label, '、') FROM
    (SELECT label FROM items WHERE document = s.document AND slogan = s.id ORDER BY position) i) AS members,
  s.document, s.id
FROM slogans s JOIN documents d ON d.id = s.document
WHERE s.list_how IS NOT NULL;`;

/** Statements that make the tables, without indexes: rows go in faster so. */
export function tableStatements(tables: readonly Table[]): string {
  return tables.map(createTable).join('\n');
}

/** Statements for the full-text search. */
export function searchStatements(): string {
  return SEARCH;
}

/** Statements for keys, indexes and views. */
export function indexStatements(tables: readonly Table[]): string {
  const indexes = INDEXED.map(([table, columns]) => {
    const name = `${table}_by_${columns.replace(/\W+/g, '_')}`;
    return `CREATE INDEX ${name} ON ${table} (${columns});`;
  });
  return [...tables.map(keyIndex), ...indexes, VIEWS].join('\n');
}

function createTable(table: Table): string {
  return `CREATE TABLE ${table.name} (\n  ${table.columns.map(columnLine).join(',\n  ')}\n);`;
}

/** The key as an index of its own, made when the rows are in: keys are hashes, and a tree grows slowly from random places. */
function keyIndex(table: Table): string {
  return `CREATE UNIQUE INDEX ${table.name}_key ON ${table.name} (${table.key.join(', ')});`;
}

function columnLine(column: Column): string {
  return `${column.name} ${SQL_TYPES[column.type]}${column.nullable ? '' : ' NOT NULL'}`;
}
