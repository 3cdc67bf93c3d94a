import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract, type Report } from '../../src/index.js';
import { readDocument } from '../../src/readers/index.js';
import { convertWithOffice, printWithChromium, programs, writePages } from './convert.js';
import { layouts, renderPageBytes } from './render-page.js';

const NAMES = [
  'article-lakes',
  'bulletin-discipline',
  'communique-plenum',
  'five-year-plan',
  'government-report',
  'roundup-counties',
  'speech-business-environment',
  'speech-dashes',
  'speech-semicolons',
  'wire-economy',
];

/** LibreOffice drops marks that hang in the margin of these; other readers of the PDF miss them too. */
const LOST_IN_PDF = new Set(['article-lakes', 'communique-plenum']);

const texts = new Map(
  NAMES.map((name) => [
    name,
    readFileSync(new URL(`../../fixtures/documents/${name}/source.txt`, import.meta.url), 'utf8'),
  ]),
);

/** What must be the same whatever file a document comes in. */
function essence(report: Report) {
  return {
    slogans: report.slogans.map((slogan) => [slogan.label, slogan.list?.items.map((item) => item.label) ?? null]),
    dates: report.dates.map((date) => [date.label, date.value]),
    statistics: report.statistics.map((statistic) => [
      statistic.label,
      statistic.value,
      statistic.unit,
      statistic.kind,
    ]),
    headings: report.headings.map((heading) => heading.label),
  };
}

/** Lines of a text without blank ones, as every format but plain text gives it. */
const plain = (name: string): string =>
  (texts.get(name) as string)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

async function expectSame(name: string, file: string | Uint8Array): Promise<void> {
  const document = await readDocument(file);
  expect(essence(extract(document))).toEqual(essence(extract(plain(name))));
}

describe.skipIf(programs.soffice === null)(
  'the same report from LibreOffice files (skipped where it is not installed)',
  () => {
    const formats = ['docx', 'doc', 'rtf', 'pdf'];
    let folder = '';
    beforeAll(() => {
      folder = writePages(texts);
      for (const format of formats) convertWithOffice(folder, NAMES, format);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const files = formats.flatMap((format) => NAMES.map((name) => [format, name]));
    it.each(files.filter(([format, name]) => format !== 'pdf' || !LOST_IN_PDF.has(name as string)))(
      '%s: %s',
      async (format, name) => {
        await expectSame(name as string, join(folder, format as string, `${name}.${format}`));
      },
    );
  },
);

describe.skipIf(programs.chromium === null)(
  'the same report from pages that a browser prints (skipped where there is none)',
  () => {
    let folder = '';
    beforeAll(() => {
      folder = writePages(texts);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(NAMES)('printed pdf: %s', async (name) => expectSame(name, printWithChromium(folder, name)));
  },
);

describe('the same report from pages', () => {
  it.each(layouts)('%s', async (layout) => {
    for (const name of NAMES) {
      const [title = '', ...paragraphs] = plain(name).split('\n');
      const document = await readDocument(
        renderPageBytes(layout, { title, date: '2021-03-16', source: '云河日报', paragraphs }),
      );
      const [read, expected] = [
        essence(extract(document, { anchor: '2021-03-16' })),
        essence(extract(plain(name), { anchor: '2021-03-16' })),
      ];
      // lines of date and source are furniture on a page and may be text in a file without one
      const dates = (found: typeof read.dates) =>
        found.filter(([label]) => !/^\d{4}-\d\d-\d\d|\d:\d\d$/.test(String(label)));
      expect({ ...read, dates: dates(read.dates) }).toEqual({ ...expected, dates: dates(expected.dates) });
    }
  });
});
