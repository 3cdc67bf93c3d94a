#!/usr/bin/env node
// Compares the dates with the formal cases of date suites, by day.
//   npm run build && node bench/suites-date.mjs [FOLDER] [--differences] [--file NAME] [--module PATH]
// FOLDER holds JSON arrays of { id, text, ref, expected: [{ text, start, end, kind, values }], register }.
// Every case that differs is listed in test/recognisers/date/suite-differences.json with its reason: `convention` (the suite's
// owner reads the words otherwise than the guide of this project) or `outside` (not read, since the genre does not write so).
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const flagValue = (flag) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
const folder =
  args.find((arg, i) => !arg.startsWith('--') && !['--file', '--module'].includes(args[i - 1])) ?? '../shared/suites';
const modulePath = flagValue('--module') ?? new URL('../dist/index.js', import.meta.url).pathname;
if (!fs.existsSync(folder)) {
  console.error(`There is no folder ${folder}. Give the folder with the suites.`);
  process.exit(2);
}
const { extract } = await import(pathToFileURL(path.resolve(modulePath)).href);
const listed = new Map(
  JSON.parse(fs.readFileSync(new URL('../test/recognisers/date/suite-differences.json', import.meta.url), 'utf8')).map(
    (difference) => [difference.id, difference],
  ),
);

const DATE_KINDS = new Set([
  'date',
  'daterange',
  'datetime',
  'datetimerange',
  'period',
  'time',
  'timerange',
  'time_point',
  'time_span',
  'span',
  'point',
]);
const day = (value) => (value == null ? null : String(value).slice(0, 10));
const isDay = (value) => value == null || /^\d{4}-\d{2}-\d{2}$/.test(day(value));

/** A length in days, however the suite writes it. */
function lengthOf(value) {
  if (typeof value.seconds === 'number') return value.seconds / 86400;
  const perUnit = {
    year: 365,
    month: 30,
    week: 7,
    day: 1,
    hour: 1 / 24,
    minute: 1 / 1440,
    second: 1 / 86400,
    workday: 1,
  };
  if (value.delta)
    return Object.entries(value.delta).reduce(
      (sum, [unit, n]) => sum + Number(Array.isArray(n) ? n[0] : n) * (perUnit[unit.replace(/s$/, '')] ?? 0),
      0,
    );
  if (value.iso) return isoLength(value.iso);
  return value.unit ? value.value * (perUnit[value.unit] ?? Number.NaN) : Number.NaN;
}

function isoLength(iso) {
  const match =
    /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(
      iso.split('/')[0],
    );
  if (match === null) return Number.NaN;
  const [, years, months, weeks, wholeDays, hours, minutes, seconds] = match.map((part) => Number(part ?? 0));
  return years * 365 + months * 30 + weeks * 7 + wholeDays + hours / 24 + minutes / 1440 + seconds / 86400;
}

/** The same stretch of days as one of the alternatives. */
function sameDays(record, value) {
  if (value === null) return record.value === null;
  if (!isDay(value.from) || !isDay(value.to)) return true;
  return (record.earliest ?? null) === day(value.from) && (record.latest ?? null) === day(value.to);
}

function agrees(record, expected) {
  if (expected.kind === 'set') return record.type === 'set';
  if (expected.kind === 'duration' || expected.kind === 'time_delta')
    return (
      record.type === 'duration' &&
      record.value !== null &&
      expected.values.some(
        (value) => value && Math.abs(isoLength(record.value) - lengthOf(value)) <= lengthOf(value) * 0.02,
      )
    );
  return expected.values.some((value) => sameDays(record, value));
}

/** What a case expects of dates alone; null when it is about something else. */
function datesExpected(testCase) {
  const wanted = testCase.expected.filter(
    (result) => DATE_KINDS.has(result.kind) || ['duration', 'time_delta', 'set'].includes(result.kind),
  );
  return testCase.expected.length > 0 && wanted.length === 0 ? null : wanted;
}

function check(testCase, wanted) {
  const anchor = testCase.ref ? day(testCase.ref) : null;
  const found = extract(testCase.text, { anchor, only: ['dates'] }).dates;
  if (wanted.length === 0)
    return { ok: found.every((record) => record.value === null || record.type === 'set'), found };
  const ok = wanted.every((expected) => {
    const touching = found.filter((record) => record.start < expected.end && expected.start < record.end);
    if (touching.some((record) => agrees(record, expected))) return true;
    return (
      expected.values.length === 0 ||
      (expected.values.every((value) => value === null) && touching.every((record) => record.value === null))
    );
  });
  return { ok, found };
}

const isDateSuite = (cases) =>
  cases.some((testCase) => testCase.expected?.some((result) => DATE_KINDS.has(result.kind)));
const percent = (part, whole) => `${((100 * part) / (whole || 1)).toFixed(1)} %`;
/** Cases of another convention (the suite's owner reads the words otherwise) are counted apart, too. */
const summary = (name, { right, counted, conventions }) =>
  `${name}: ${right} of ${counted} formal cases by day (${percent(right, counted)}); without ${conventions} of another convention ${percent(right, counted - conventions)}`;
const total = { right: 0, counted: 0, conventions: 0 };
let unexplained = 0;
for (const file of fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  if (flagValue('--file') !== undefined && file !== flagValue('--file')) continue;
  const cases = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
  if (!Array.isArray(cases) || !isDateSuite(cases)) continue;
  const formal = cases.filter((testCase) => testCase.register === 'formal');
  let right = 0;
  let counted = 0;
  let conventions = 0;
  for (const testCase of formal) {
    const wanted = datesExpected(testCase);
    if (wanted === null) continue;
    counted++;
    const { ok, found } = check(testCase, wanted);
    if (ok) {
      right++;
      continue;
    }
    const difference = listed.get(testCase.id);
    if (difference === undefined) unexplained++;
    if (difference?.kind === 'convention') conventions++;
    if (!args.includes('--differences')) continue;
    const want = wanted
      .map(
        (result) =>
          `${result.text} ${result.values.map((value) => (value === null ? 'none' : `${day(value.from) ?? value.iso ?? '..'}/${day(value.to) ?? '..'}`)).join(' or ')}`,
      )
      .join('; ');
    const got = found
      .map((record) => `${record.text} ${record.type} ${record.value} ${record.earliest}/${record.latest}`)
      .join('; ');
    console.log(
      `${testCase.id}\t${testCase.text.slice(0, 50)}\t${testCase.ref?.slice(0, 10)}\twant ${want}\tgot ${got}\t${difference?.reason ?? 'NOT LISTED'}`,
    );
  }
  total.right += right;
  total.counted += counted;
  total.conventions += conventions;
  console.log(summary(file, { right, counted, conventions }));
}
console.log(summary('all', total));
if (unexplained > 0)
  console.log(`${unexplained} differences are not listed in test/recognisers/date/suite-differences.json`);
