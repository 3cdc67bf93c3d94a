import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { HOSTILE, hostileText } from './hostile-texts.mjs';
import { median, timeOf } from './texts.mjs';

const SMALL = 20_000;
const FACTOR = 8;
/** Linear work reads up to 15 times as long on 8 times the text, since collecting more survivors costs more; quadratic work 64 times. */
export const MOST = 20;
const ROUNDS = 3;
const TIMEOUT = 60_000;

const self = fileURLToPath(import.meta.url);

/** Milliseconds in a fresh process: a shared one has seen the text before and collects at odd moments. */
function timeInProcess(name, length) {
  const { stdout, status } = spawnSync(process.execPath, [self, name, String(length)], {
    encoding: 'utf8',
    timeout: TIMEOUT,
  });
  return status === 0 ? Number(stdout) : Number.POSITIVE_INFINITY;
}

function measureOne(name) {
  const small = median(Array.from({ length: ROUNDS }, () => timeInProcess(name, SMALL)));
  const large = median(Array.from({ length: ROUNDS }, () => timeInProcess(name, SMALL * FACTOR)));
  // Below a few milliseconds the clock and the compiler are measured, not the text.
  return { name, small, large, ratio: large < 10 ? 1 : large / small };
}

/** Time for 8 times the text over time for the text, for every hostile text. */
export function measureLinearity(names = Object.keys(HOSTILE)) {
  return names.map(measureOne);
}

if (process.argv[1] === self) {
  const { createExtractor } = await import('../dist/index.js');
  const extractor = createExtractor();
  extractor.extract(
    '会议强调，要抓好学习教育、查纠整改、总结提升三个环节。2021年3月5日，办结案件1,379件，同比增长5.2%。',
  );
  const text = hostileText(process.argv[2], Number(process.argv[3]));
  process.stdout.write(String(timeOf(() => extractor.extract(text))));
}
