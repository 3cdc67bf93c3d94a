#!/usr/bin/env node
// Compares parseNumber with the number cases of other libraries' own test suites, where they are at hand.
//   npm run build && node bench/suites-number.mjs [DIR] [--misses]      DIR defaults to ../shared/suites
// Differences that are meant are listed in test/language/number-differences.json with their reason.
import fs from 'node:fs';
import path from 'node:path';

const directory =
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? path.resolve('..', 'shared', 'suites');
if (!fs.existsSync(directory)) {
  console.error(`No suites in ${directory}: nothing to compare.`);
  process.exit(0);
}
const library = process.env.TIFA_DIST ?? path.resolve('dist', 'index.js');
const { parseNumber } = await import(library);
const reasons = JSON.parse(
  fs.readFileSync(new URL('../test/language/number-differences.json', import.meta.url), 'utf8'),
);
const VALUES = new Set(['number', 'percentage']);

/** The value a case expects of one expression: percentages are numbers here, 30 % is 0.3. */
function expectedOf(result) {
  const [first] = result.values;
  if (first.percent !== undefined) return first.percent / 100;
  return first.digits === undefined ? first.value : Number(first.digits);
}

const isSame = (a, b) => a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)));

for (const suite of ['recognizers-number', 'cn2an']) {
  const file = path.join(directory, `${suite}.json`);
  if (!fs.existsSync(file)) continue;
  let right = 0;
  let explained = 0;
  const misses = [];
  for (const test of JSON.parse(fs.readFileSync(file, 'utf8'))) {
    if (test.register !== 'formal') continue;
    const results = VALUES.has(test.kind) ? test.expected.map((result) => [result.text, expectedOf(result)]) : [];
    if (suite === 'cn2an' && test.kind === 'negative-number') results.push([test.text, null]);
    for (const [text, expected] of results) {
      const got = parseNumber(text);
      if (isSame(got, expected)) right++;
      else if (reasons[test.id] !== undefined) explained++;
      else misses.push(`${test.id}\t${text}\twant ${expected}\tgot ${got}`);
    }
  }
  const asked = right + explained + misses.length;
  console.log(
    `${suite}: ${right} of ${asked} values (${((100 * right) / asked).toFixed(1)} %), ${explained} explained, ${misses.length} not`,
  );
  if (process.argv.includes('--misses')) for (const miss of misses) console.log(`  ${miss}`);
}
