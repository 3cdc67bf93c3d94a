import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockRun } from '../../src/batch/run-lock.js';
import { makeScratch } from '../support/archive.js';

const scratch = makeScratch();
let runs = 0;

/** The folder of a run, with a lock of an earlier batch. */
function makeRun(lock?: string): string {
  const folder = join(scratch, String(runs++));
  mkdirSync(folder);
  if (lock !== undefined) writeFileSync(join(folder, 'lock'), lock);
  return folder;
}

describe('lockRun', () => {
  it('lets one in at a time', () => {
    const folder = makeRun();
    const unlock = lockRun(folder);
    expect(() => lockRun(folder)).toThrow(expect.objectContaining({ code: 'run-locked' }));
    unlock();
    lockRun(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over the lock of a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const folder = makeRun(`${hostname()} ${pid} 1`);
    const unlock = lockRun(folder);
    expect(existsSync(join(folder, 'lock'))).toBe(true);
    unlock();
  });

  it('takes over the lock of a process whose number another one has now', () => {
    if (process.platform !== 'linux') return;
    const folder = makeRun(`${hostname()} ${process.pid} 1`);
    lockRun(folder)();
  });

  it('leaves the lock of another machine alone', () => {
    const folder = makeRun('another-machine 1 1');
    expect(() => lockRun(folder)).toThrow(expect.objectContaining({ code: 'run-locked' }));
  });
});
