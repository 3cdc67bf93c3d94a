// An archive on one machine: documents per second with one worker and with two, memory over time, every document accounted
// for, and the exports.   node bench/archive.mjs [DOCUMENTS=100000] [FOLDER OF TEXTS=fixtures/documents]
import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alteredDocuments, writeArchive } from './archive-documents.mjs';
import { readTexts } from './texts.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CLI = process.env.TIFA_CLI ?? join(ROOT, 'dist/cli/tifa.js');
const SAMPLE_EVERY = 500;
const SHOWN_SAMPLES = 12;

/** Limits that the figures are held against. */
const LEAST_GAIN = 1.7;
const MOST_MEGABYTES = 400;

const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);

/** Resident memory of a process in bytes; null where the system does not tell. */
function residentBytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
  } catch {
    return null;
  }
}

/** Processor seconds that a process has used, all threads together; 0 where the system does not tell. */
function processorSeconds(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return 0;
  }
}

/** Runs the command; its time and processor time in seconds, and its memory, sampled. */
async function measure(args, input = 'ignore') {
  const began = performance.now();
  const child = spawn(process.execPath, [CLI, ...args], { stdio: [input, 'ignore', 'pipe'] });
  let processor = 0;
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const samples = [];
  const timer = setInterval(() => {
    const bytes = residentBytes(child.pid);
    if (bytes !== null) samples.push(bytes);
    processor = Math.max(processor, processorSeconds(child.pid));
  }, SAMPLE_EVERY);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`tifa ${args[0]} ended with ${code}: ${stderr}`);
  return { seconds: (performance.now() - began) / 1000, processor, samples };
}

/** Evenly spaced samples, and the highest of all. */
function describeMemory(samples) {
  const step = Math.max(1, Math.ceil(samples.length / SHOWN_SAMPLES));
  const shown = samples.filter((_, at) => at % step === 0).map(megabytes);
  return { most: megabytes(Math.max(0, ...samples)), text: `${shown.join(' ')} MB` };
}

function sizeOf(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}

async function measureBatch(archive, run, jobs, documents) {
  const { seconds, processor, samples } = await measure(['batch', archive, '--output', run, '--jobs', String(jobs)]);
  const { counts } = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8'));
  const failures = Object.values(counts.failures).reduce((sum, number) => sum + number, 0);
  const memory = describeMemory(samples);
  console.log(
    `${jobs} worker${jobs > 1 ? 's' : ''}: ${seconds.toFixed(1)} s, ${Math.round(documents / seconds)} documents/s, processor ${processor.toFixed(1)} s, at most ${memory.most} MB`,
  );
  console.log(`  memory over time: ${memory.text}`);
  console.log(`  accounted for: ${counts.documents} read + ${failures} failed of ${documents}`);
  return { seconds, most: memory.most, isWhole: counts.documents + failures === documents };
}

/** One `tifa pipe`, as an executor's core runs it. */
async function measurePipe(folder, texts, documents) {
  const path = join(folder, 'records.jsonl');
  let id = 0;
  for (const text of alteredDocuments(texts, documents))
    appendFileSync(path, `${JSON.stringify({ id: id++, text })}\n`);
  const file = openSync(path);
  const { seconds, processor, samples } = await measure(['pipe', '--format', 'rows', '--ascii', '--trailer'], file);
  closeSync(file);
  const perHour = Math.round((documents / processor) * 3600);
  const memory = describeMemory(samples).most;
  console.log(
    `pipe: ${seconds.toFixed(1)} s, processor ${processor.toFixed(1)} s, ${perHour} documents per core-hour, ${memory} MB`,
  );
}

async function measureExports(run, folder) {
  for (const [format, output] of [
    ['sqlite', 'archive.sqlite'],
    ['parquet', 'parquet'],
    ['csv', 'csv'],
  ]) {
    const path = join(folder, output);
    const { seconds, samples } = await measure(['export', run, '--format', format, '--output', path]);
    console.log(
      `export ${format}: ${seconds.toFixed(1)} s, ${megabytes(sizeOf(path))} MB, memory at most ${describeMemory(samples).most} MB`,
    );
    rmSync(path, { recursive: true });
  }
}

async function main() {
  const documents = Number(process.argv[2] ?? 100_000);
  const texts = readTexts(process.argv[3] ?? join(ROOT, 'fixtures/documents'));
  const folder = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  try {
    const archive = join(folder, 'archive');
    const bytes = writeArchive(archive, texts, documents);
    console.log(`${documents} documents, ${megabytes(bytes)} MB of text`);
    const one = await measureBatch(archive, join(folder, 'one'), 1, documents);
    rmSync(join(folder, 'one'), { recursive: true });
    const two = await measureBatch(archive, join(folder, 'two'), 2, documents);
    console.log(`reports.jsonl: ${megabytes(sizeOf(join(folder, 'two/reports.jsonl')))} MB`);
    await measureExports(join(folder, 'two'), folder);
    await measurePipe(folder, texts, Math.min(documents, 20_000));
    const gain = one.seconds / two.seconds;
    console.log(`two workers against one: ${gain.toFixed(2)} x (wanted: ${LEAST_GAIN})`);
    const isFine = gain >= LEAST_GAIN && Math.max(one.most, two.most) < MOST_MEGABYTES && one.isWhole && two.isWhole;
    console.log(isFine ? 'all limits held' : 'a limit was not held');
    process.exitCode = isFine ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
