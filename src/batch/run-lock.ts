import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { TifaError } from '../errors.js';
import { writing } from './run-errors.js';

const TRIES = 5;

/**
 * Makes sure that one batch at a time works on a run: a file `lock` that names the process. The lock of a process that is
 * no longer there (kill -9, power cut) is taken over.
 * @returns gives the run free again
 * @throws TifaError `run-locked`
 */
export function lockRun(folder: string): () => void {
  const path = join(folder, 'lock');
  const own = `${path}.${process.pid}`;
  writing(own, () => writeFileSync(own, ownMark()));
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      if (takeLock(own, path)) return () => rmSync(path, { force: true });
      breakDeadLock(folder, path, own);
    }
    throw locked(folder, 'another process');
  } finally {
    rmSync(own, { force: true });
  }
}

/** A hard link comes to be whole and only once, whoever else tries at the same moment. */
function takeLock(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a lock without a living owner out of the way. What was moved is looked at again: it may be a newer one. */
function breakDeadLock(folder: string, path: string, own: string): void {
  const mark = readMark(path);
  if (mark === null) return;
  if (isAlive(mark)) throw locked(folder, `process ${mark.split(' ')[1]}`);
  const moved = `${own}.dead`;
  try {
    renameSync(path, moved);
  } catch {
    return;
  }
  if (readMark(moved) !== mark) takeLock(moved, path);
  rmSync(moved, { force: true });
}

function readMark(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Host, process and when that process began: numbers of processes are given again. */
function ownMark(): string {
  return `${hostname()} ${process.pid} ${beginOf(process.pid) ?? ''}`;
}

function isAlive(mark: string): boolean {
  const [host, pid, begin] = mark.split(' ');
  // nobody can tell from here whether a process on another machine lives
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return begin === '' || begin === beginOf(Number(pid));
}

/** On Linux the 22nd field of /proc/…/stat, in clock ticks since the machine was started; null elsewhere. */
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function locked(folder: string, owner: string): TifaError {
  return new TifaError(
    'run-locked',
    `The run ${folder} is being written by ${owner}.`,
    `Wait for it, choose another --output, or delete ${join(folder, 'lock')} if you know that it has stopped.`,
  );
}
