import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median, readTexts } from './texts.mjs';

const ROUNDS = 9;
const WARM_UPS = 3;
/** Bytes of the text file that is read: enough that one call counts for nothing. */
const TEXT_BYTES = 8_000_000;
const PAGE_REPEATS = 20;
const folder = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** Megabytes per second of `readDocument` for plain text and for pages, in a process of its own. */
export function measureReaders() {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The fixture documents, again and again. */
function longText() {
  const once = readTexts(folder('documents')).join('\n');
  return Buffer.from(once.repeat(Math.ceil(TEXT_BYTES / Buffer.byteLength(once))));
}

/** Every page that has a main text, each many times. */
async function pages(read) {
  const root = folder('pages');
  const files = readdirSync(root)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(`${root}/${name}`));
  const readable = await Promise.all(files.map((file) => read(file).then(Boolean, () => false)));
  return files.filter((_, i) => readable[i]).flatMap((file) => Array(PAGE_REPEATS).fill(file));
}

async function measure(name, files, read) {
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  const times = [];
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) {
    const start = performance.now();
    for (const file of files) await read(file);
    if (round >= WARM_UPS) times.push(performance.now() - start);
  }
  return { name, megabytes: bytes / 1e6, rate: bytes / 1e3 / median(times) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { readDocument } = await import('../dist/index.js');
  const text = await measure('plain text', [longText()], readDocument);
  const html = await measure('HTML', await pages(readDocument), readDocument);
  console.log(JSON.stringify([text, html]));
}
