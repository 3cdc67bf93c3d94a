import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockRun } from '../../src/batch/run-lock.js';
import { makeScratch } from '../support/archive.js';

describe('lockRun', () => {
  it('lets one in at a time', () => {
    const folder = makeScratch();
    const unlock = lockRun(folder);
    expect(() => lockRun(folder)).toThrow(expect.objectContaining({ code: 'run-locked' }));
    unlock();
    lockRun(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over the lock of a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const folder = makeScratch({ lock: `${hostname()} ${pid} 1` });
    const unlock = lockRun(folder);
    expect(existsSync(join(folder, 'lock'))).toBe(true);
    unlock();
  });

  it('takes over the lock of a process whose number another one has now', () => {
    if (process.platform !== 'linux') return;
    const folder = makeScratch({ lock: `${hostname()} ${process.pid} 1` });
    lockRun(folder)();
  });

  it('leaves the lock of another machine alone', () => {
    const folder = makeScratch();
    writeFileSync(join(folder, 'lock'), 'another-machine 1 1');
    expect(() => lockRun(folder)).toThrow(expect.objectContaining({ code: 'run-locked' }));
  });
});
