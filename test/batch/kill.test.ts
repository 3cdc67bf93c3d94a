import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLI, makeArchive, makeScratch } from '../support/archive.js';

const DOCUMENTS = 900;
const KILLS = 25;
/** Attempts that end before they are killed do not count, and there must be an end. */
const MOST_ATTEMPTS = 4 * KILLS;

const scratch = makeScratch();
const archive = join(scratch, 'archive');
const whole = join(scratch, 'whole');
/** Runs that were killed, each until an attempt reached its end. */
const broken: string[] = [];

let wholeTime: number;

function tifa(...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { status, stderr };
}

function beginRun(): string {
  const run = join(scratch, `broken-${broken.length}`);
  broken.push(run);
  return run;
}

/** Starts the batch and kills it, without a chance to tidy up, after so many milliseconds; true when it was still running. */
async function killAfter(run: string, milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, [CLI, 'batch', archive, '--output', run], { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_, signal) => resolve(signal)));
  await Promise.race([wait(milliseconds), ended]);
  child.kill('SIGKILL');
  return (await ended) === 'SIGKILL';
}

function sortedLines(path: string): string {
  return readFileSync(path, 'utf8').split('\n').sort().join('\n');
}

beforeAll(() => {
  makeArchive(archive, DOCUMENTS);
  const began = performance.now();
  expect(tifa('batch', archive, '--output', whole).status).toBe(0);
  wholeTime = performance.now() - began;
}, 120_000);

function countsOf(run: string): object {
  const { slowest: _, ...rest } = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')).counts;
  return rest;
}

function expectWhole(run: string): void {
  const [found, wanted] = [run, whole].map((folder) => readFileSync(join(folder, 'reports.jsonl'), 'utf8'));
  expect(found === wanted, `${run} differs`).toBe(true);
  expect(countsOf(run)).toEqual(countsOf(whole));
  expect(readdirSync(run).sort()).toEqual(['failures.jsonl', 'reports.jsonl', 'run.json']);
}

describe('a batch that is killed at any moment', () => {
  it(`loses nothing and doubles nothing, killed ${KILLS} times`, async () => {
    let killed = 0;
    let run = beginRun();
    for (let attempt = 0; killed < KILLS && attempt < MOST_ATTEMPTS; attempt++) {
      // moments all over the run and its start; a run that goes on is shorter than a whole one and may reach its end
      const share = 0.02 + 0.4 * (((attempt * 7) % KILLS) / KILLS);
      if (await killAfter(run, wholeTime * share)) killed++;
      else run = beginRun();
    }
    expect(killed).toBe(KILLS);
    for (const folder of broken) {
      const last = tifa('batch', archive, '--output', folder);
      expect(last.status, last.stderr).toBe(0);
      expectWhole(folder);
    }
  }, 300_000);

  it('is exported like one that was not', () => {
    const runs = [whole, broken[0] as string];
    for (const run of runs) tifa('export', run, '--format', 'csv', '--output', `${run}-csv`);
    for (const name of readdirSync(`${whole}-csv`)) {
      const [wanted, found] = runs.map((run) => sortedLines(join(`${run}-csv`, name)));
      expect(found === wanted, name).toBe(true);
    }
  }, 60_000);
});

/** Waits until a run has written its first reports. */
async function untilSomeReports(run: string): Promise<void> {
  const path = join(run, 'reports.jsonl');
  while ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) await wait(5);
}

describe('Ctrl-C', () => {
  it('finishes what is under way and says how to go on', async () => {
    const run = join(scratch, 'interrupted');
    const child = spawn(process.execPath, [CLI, 'batch', archive, '--output', run], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = new Promise((resolve) => child.on('exit', resolve));
    await untilSomeReports(run);
    child.kill('SIGINT');
    expect(await code).toBe(130);
    expect(stderr).toContain('Stopped after');
    expect(stderr).toContain(`tifa batch ${archive} --output ${run}`);
    expect(readdirSync(run).sort()).toEqual(['failures.jsonl', 'reports.jsonl', 'run.json']);
  }, 60_000);
});
