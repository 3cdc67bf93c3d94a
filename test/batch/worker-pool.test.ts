import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BatchAnswer, BatchInput } from '../../src/batch/task.js';
import { WorkerPool } from '../../src/batch/worker-pool.js';
import { makeScratch } from '../support/archive.js';

/** A worker that does what the name of a file says. */
const WORKER = `
import { parentPort, workerData } from 'node:worker_threads';
const deeds = {
  exit: () => process.exit(3),
  throw: () => new Promise(() => setImmediate(() => { throw new Error('no more'); })),
  slow: () => new Promise((resolve) => setTimeout(resolve, 30)),
  hang: () => { for (;;); },
  fill: () => { for (const all = []; ; ) all.push(new Array(1e6).fill(all.length)); },
};
const { signals } = workerData;
const run = async ({ number, input }) => {
  Atomics.store(signals, 0, number);
  if (signals[1] === 1) return { kind: 'cancelled' };
  const deed = deeds[input.path.split('-')[0]];
  if (deed) await deed();
  return { kind: 'known', id: input.path };
};
let work = Promise.resolve();
let returned = 0;
let pair = [];
// one piece of memory with a line for each of two tasks, which says how many pieces came back so far
const sendLines = (more) => {
  pair.push(...more);
  if (pair.length < 2) return;
  const tasks = pair.splice(0);
  const piece = new ArrayBuffer(2);
  const lines = tasks.map((_, at) => new Uint8Array(piece, at, 1).fill(returned));
  const answer = (line) => ({ kind: 'report', id: '', line, counts: {}, milliseconds: 1 });
  parentPort.postMessage(tasks.map(({ number }, at) => ({ task: number, answer: answer(lines[at]) })), [piece]);
};
parentPort.on('message', ({ tasks, pieces }) => {
  returned += pieces.length;
  work = work.then(async () => {
    const answers = [];
    if (tasks[0]?.input.path === 'lines') return sendLines(tasks);
    for (const task of tasks) answers.push({ task: task.number, answer: await run(task) });
    parentPort.postMessage(answers);
  });
});
parentPort.postMessage('ready');
`;

const folder = makeScratch({ 'worker.mjs': WORKER, 'broken.mjs': 'throw new Error("cannot start");' });
let pool: WorkerPool;

function openPool(script = 'worker.mjs', timeout = 60_000): WorkerPool {
  pool = new WorkerPool({ jobs: 2, config: {}, timeout, knownIds: null, script: join(folder, script) });
  return pool;
}

const file = (path: string): BatchInput => ({ kind: 'file', path });

async function runAll(paths: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(paths.map((path) => pool.run(file(path))));
  return answers.map(describeAnswer);
}

function describeAnswer(answer: BatchAnswer): string {
  if (answer.kind === 'known') return answer.id;
  return answer.kind === 'failure' ? answer.failure.code : answer.kind;
}

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `good-${at}`);

async function readPair(): Promise<Uint8Array[]> {
  const answers = await Promise.all([pool.run(file('lines')), pool.run(file('lines'))]);
  return answers.map((answer) => (answer.kind === 'report' ? answer.line : new Uint8Array()));
}

describe('WorkerPool', () => {
  afterEach(() => pool.close());

  it('gives memory back to its worker when all lines in it were released, and not before', async () => {
    pool = new WorkerPool({ jobs: 1, config: {}, timeout: 60_000, knownIds: null, script: join(folder, 'worker.mjs') });
    const [first, second] = (await readPair()) as [Uint8Array, Uint8Array];
    pool.release(first);
    expect((await readPair())[0]?.[0]).toBe(0);
    pool.release(second);
    expect((await readPair())[0]?.[0]).toBe(1);
  });

  it.each([
    ['ends the thread', 'exit-1'],
    ['throws out of its turn', 'throw-1'],
  ])('blames the document that %s, and no other', async (_, bad) => {
    openPool();
    const paths = [...names(10), bad, ...names(10), bad, ...names(10)];
    expect(await runAll(paths)).toEqual(paths.map((path) => (path === bad ? 'worker-crashed' : path)));
  });

  it('stops a document that runs away, and goes on', async () => {
    openPool('worker.mjs', 200);
    const paths = [...names(5), 'hang-1', ...names(20), 'hang-2', ...names(5)];
    expect(await runAll(paths)).toEqual(paths.map((path) => (path.startsWith('hang') ? 'document-timeout' : path)));
  });

  it('fails a document that needs more memory than a worker has', async () => {
    openPool();
    const paths = [...names(3), 'fill-1', ...names(3)];
    expect(await runAll(paths)).toEqual(paths.map((path) => (path === 'fill-1' ? 'worker-crashed' : path)));
  }, 60_000);

  it('says so when threads cannot be started', async () => {
    openPool('broken.mjs');
    await expect(runAll(names(5))).rejects.toMatchObject({ code: 'worker-crashed' });
    await expect(pool.run(file('good-1'))).rejects.toMatchObject({ code: 'worker-crashed' });
  });

  it('answers what waits as cancelled when it is stopped', async () => {
    openPool();
    const answers = names(100).map((path) => pool.run(file(path)));
    pool.cancelWaiting();
    const kinds = (await Promise.all(answers)).map((answer) => answer.kind);
    expect(kinds.filter((kind) => kind !== 'cancelled').length).toBeLessThanOrEqual(2);
  });

  it('finishes what is under way when it is stopped, and begins nothing else', async () => {
    openPool();
    const answers = Array.from({ length: 100 }, (_, at) => pool.run(file(`slow-${at}`)));
    await answers[0];
    pool.cancelWaiting();
    const kinds = (await Promise.all(answers)).map((answer) => answer.kind);
    const known = kinds.filter((kind) => kind === 'known').length;
    expect(known).toBeGreaterThan(0);
    expect(known).toBeLessThan(50);
  });

  it('leaves nothing unanswered when it is closed', async () => {
    openPool();
    const answers = [...names(5), 'hang-1', ...names(50)].map((path) => pool.run(file(path)));
    await pool.close();
    expect((await Promise.all(answers)).every((answer) => answer.kind !== 'failure')).toBe(true);
  });
});
