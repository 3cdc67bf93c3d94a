import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLI, makeArchive, makeScratch } from '../support/archive.js';

const DOCUMENTS = 700;
const KILLS = 25;

const scratch = makeScratch();
const archive = join(scratch, 'archive');
const whole = join(scratch, 'whole');
const broken = join(scratch, 'broken');

let wholeTime: number;

function tifa(...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { status, stderr };
}

/** Starts the batch and kills it, without a chance to tidy up, after so many milliseconds; true when it was still running. */
async function killAfter(milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, [CLI, 'batch', archive, '--output', broken], { stdio: 'ignore' });
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

describe('a batch that is killed at any moment', () => {
  it(`loses nothing and doubles nothing, killed ${KILLS} times`, async () => {
    let killed = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      // moments all over the run and its start, the same in every test
      const share = 0.05 + 0.4 * (((kill * 7) % KILLS) / KILLS);
      if (await killAfter(wholeTime * share)) killed++;
    }
    // a run that goes on is shorter than a whole one, so on a fast machine some end before they are killed
    expect(killed).toBeGreaterThan(3);
    const last = tifa('batch', archive, '--output', broken);
    expect(last.status, last.stderr).toBe(0);
    expect(
      readFileSync(join(broken, 'reports.jsonl'), 'utf8') === readFileSync(join(whole, 'reports.jsonl'), 'utf8'),
    ).toBe(true);
    const counts = (run: string): object => {
      const { slowest: _, ...rest } = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')).counts;
      return rest;
    };
    expect(counts(broken)).toEqual(counts(whole));
    expect(readdirSync(broken).sort()).toEqual(['failures.jsonl', 'reports.jsonl', 'run.json']);
  }, 300_000);

  it('is exported like one that was not', () => {
    for (const run of [whole, broken]) tifa('export', run, '--format', 'csv', '--output', `${run}-csv`);
    for (const name of readdirSync(`${whole}-csv`))
      expect(sortedLines(join(`${broken}-csv`, name)) === sortedLines(join(`${whole}-csv`, name)), name).toBe(true);
  }, 60_000);
});

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
    await wait(wholeTime / 2);
    child.kill('SIGINT');
    expect(await code).toBe(130);
    expect(stderr).toContain('Stopped after');
    expect(stderr).toContain(`tifa batch ${archive} --output ${run}`);
    expect(readdirSync(run).sort()).toEqual(['failures.jsonl', 'reports.jsonl', 'run.json']);
  }, 60_000);
});
