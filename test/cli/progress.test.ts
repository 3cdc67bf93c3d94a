import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeSummary } from '../../src/cli/batch-summary.js';
import { count, duration } from '../../src/cli/progress.js';
import { CLI, makeArchive, makeScratch } from '../support/archive.js';

const scratch = makeScratch();
const archive = join(scratch, 'archive');

beforeAll(() => makeArchive(archive, 200));

it('count groups digits', () => {
  expect([0, 999, 1000, 1234567].map(count)).toEqual(['0', '999', '1,000', '1,234,567']);
});

it('duration says seconds as a person does', () => {
  expect([0.04, 4.21, 42, 80, 3600 * 3 + 300].map(duration)).toEqual([
    '0.0 s',
    '4.2 s',
    '42 s',
    '1 min 20 s',
    '3 h 5 min',
  ]);
});

describe('the summary', () => {
  const counts = {
    documents: 1200,
    failures: { 'file-empty': 2, 'document-timeout': 1 },
    slogans: 5,
    dates: 6,
    statistics: 7,
    labels: [['两个维护', 9]] as [string, number][],
    slowest: [{ file: '云河.txt', milliseconds: 1500 }],
  };
  const progress = { settled: 1203, read: 1000, known: 200, failed: 3, counts, folder: 'out/云河', milliseconds: 2000 };

  it('names kinds of failures, frequent slogans, slow files and the next step', () => {
    const text = describeSummary({ ...progress, status: 'done' }, ['archive']);
    expect(text).toContain('1,200 in out/云河/reports.jsonl (1,000 read this time, 500/s, 200 stood there already)');
    expect(text).toContain('3: file-empty 2, document-timeout 1 (out/云河/failures.jsonl)');
    expect(text).toContain('两个维护 9');
    expect(text).toContain('1.5 s 云河.txt');
    expect(text).toContain("tifa export 'out/云河' --format sqlite");
  });

  it('says how to go on', () => {
    const text = describeSummary({ ...progress, status: 'stopped' }, ['my archive', 'b.zip']);
    expect(text).toContain("tifa batch 'my archive' b.zip --output 'out/云河'");
  });
});

describe('progress', () => {
  it('is on standard error, and standard output stays empty', () => {
    const args = [CLI, 'batch', archive, '--output', join(scratch, 'lines')];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('200 in ');
    expect(stderr).not.toContain('\u001b');
  });

  const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0;

  it.skipIf(!hasPython)('is a bar on a terminal (skipped where Python has no pty)', () => {
    const script = 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)';
    const args = [
      '-c',
      script,
      process.execPath,
      CLI,
      'batch',
      archive,
      '--output',
      join(scratch, 'bar'),
      '--jobs',
      '1',
    ];
    const { status, stdout } = spawnSync('python3', args, { encoding: 'utf8', env: { ...process.env, TERM: 'xterm' } });
    expect(status).toBe(0);
    expect(stdout).toMatch(/[█░]{24} \d+ % · \d+ of 200 · /);
    expect(stdout).toContain('Done after');
  });
});
