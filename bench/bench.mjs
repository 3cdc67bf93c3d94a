/*
 * npm run bench                      everything; speed on texts of ordinary density (bench/texts), then on the fixtures
 * npm run bench -- --texts FOLDER    speed on the .txt files of a folder
 * npm run bench -- --only speed      one part: speed, start-up, linearity, readers
 *
 * Exits 1 when a stated limit is missed.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MOST, measureLinearity } from './linearity.mjs';
import { measureReaders } from './readers.mjs';
import { measureSpeed } from './speed.mjs';
import { measureStartUp } from './start-up.mjs';
import { readTexts } from './texts.mjs';

const LIMITS = { speedRatio: 2, importOver: 40, extractTotal: 150, textRate: 100, htmlRate: 3 };

const { values } = parseArgs({ options: { texts: { type: 'string' }, only: { type: 'string' } } });
const missed = [];

function expectLimit(holds, what) {
  if (!holds) missed.push(what);
}

const folderOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Texts of ordinary density hold about 7 statistics, 9 dates and 1 slogan in 1,000 characters; the fixtures, made to hold everything, three times as many. */
async function showSpeed() {
  if (values.texts !== undefined) return showSpeedOn(values.texts, values.texts);
  await showSpeedOn(folderOf('texts'), 'texts of ordinary density');
  await showSpeedOn(folderOf('../fixtures'), 'fixtures, dense in records', false);
}

async function showSpeedOn(folder, title, isLimited = true) {
  const { characters, rates } = await measureSpeed(readTexts(folder));
  const size = characters.toLocaleString('en-GB');
  console.log(`\nSpeed on ${title}, ${size} characters (median; × = times as fast as nodejieba's cut)`);
  for (const { name, nanoseconds, ratio } of rates) {
    const million = (1000 / nanoseconds).toFixed(2);
    const times = ratio === null ? '' : `${ratio.toFixed(2)} ×`;
    console.log(
      `  ${name.padEnd(28)} ${million.padStart(7)} M characters/s ${nanoseconds.toFixed(0).padStart(6)} ns each  ${times}`,
    );
  }
  const { ratio } = rates[0];
  if (ratio === null) console.log('  nodejieba has no binary here: nothing to compare with');
  else if (isLimited)
    expectLimit(
      ratio >= LIMITS.speedRatio,
      `extraction is ${ratio.toFixed(2)} × as fast as nodejieba's cut, not ${LIMITS.speedRatio} ×`,
    );
}

function showStartUp() {
  const rows = measureStartUp();
  console.log('\nStart-up (median of processes by turns)');
  for (const { name, milliseconds, over } of rows) {
    console.log(
      `  ${name.padEnd(28)} ${milliseconds.toFixed(0).padStart(5)} ms ${over.toFixed(0).padStart(5)} ms over bare Node`,
    );
  }
  expectLimit(
    rows[1].over <= LIMITS.importOver,
    `import takes ${rows[1].over.toFixed(0)} ms, more than ${LIMITS.importOver}`,
  );
  expectLimit(
    rows[4].milliseconds <= LIMITS.extractTotal,
    `tifa extract takes ${rows[4].milliseconds.toFixed(0)} ms, more than ${LIMITS.extractTotal}`,
  );
}

function showLinearity() {
  const rows = measureLinearity();
  console.log(`\nHostile texts: time for 8 times the text (at most ${MOST} times as long)`);
  for (const { name, small, large, ratio } of rows.sort((a, b) => b.ratio - a.ratio)) {
    console.log(
      `  ${ratio.toFixed(1).padStart(5)} ×  ${small.toFixed(1).padStart(8)} → ${large.toFixed(1).padStart(8)} ms  ${name}`,
    );
    expectLimit(ratio <= MOST, `the text "${name}" takes ${ratio.toFixed(1)} times as long`);
  }
}

function showReaders() {
  const [text, html] = measureReaders();
  console.log('\nReading files (median)');
  for (const { name, megabytes, rate } of [text, html]) {
    console.log(`  ${name.padEnd(28)} ${rate.toFixed(1).padStart(7)} MB/s  of ${megabytes.toFixed(1)} MB`);
  }
  expectLimit(
    text.rate >= LIMITS.textRate,
    `plain text is read at ${text.rate.toFixed(0)} MB/s, not ${LIMITS.textRate}`,
  );
  expectLimit(html.rate >= LIMITS.htmlRate, `pages are read at ${html.rate.toFixed(1)} MB/s, not ${LIMITS.htmlRate}`);
}

const PARTS = { speed: showSpeed, 'start-up': showStartUp, linearity: showLinearity, readers: showReaders };
const chosen = values.only === undefined ? Object.keys(PARTS) : [values.only];
for (const part of chosen) await PARTS[part]();

for (const what of missed) console.error(`Missed: ${what}.`);
process.exitCode = missed.length > 0 ? 1 : 0;
