import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/schema.js';
import { CLI } from '../support/archive.js';

interface Answer {
  id: unknown;
  report?: Report;
  rows?: Record<string, Record<string, unknown>[]>;
  error?: { code: string; message: string; remedy: string };
  trailer?: { records: number; reports: number; errors: number };
}

function pipe(input: string | Buffer, flags: readonly string[] = [], env: NodeJS.ProcessEnv = process.env) {
  const options = { input, env, maxBuffer: 2 ** 30 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'pipe', ...flags], options);
  const text = stdout.toString();
  const answers = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);
  return { status, text, answers, stderr: stderr.toString() };
}

const lines = (...records: unknown[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const TEXT = '会议强调，要抓好学习教育、查纠整改、总结提升三个环节。';

describe('tifa pipe', () => {
  it('answers one for one and in order', () => {
    const records = Array.from({ length: 300 }, (_, id) => ({ id, text: `${TEXT}云河市办理案件${id}件。` }));
    const { status, answers, stderr } = pipe(lines(...records));
    expect(answers.map((answer) => answer.id)).toEqual(records.map((record) => record.id));
    expect(answers[7]?.report?.slogans[0]?.label).toBe('三个环节');
    expect([status, stderr]).toEqual([0, '']);
  });

  it('gives ids of any kind back, null when there is none', () => {
    const { answers } = pipe(lines({ id: 'a/b', text: TEXT }, { id: { part: 1 }, text: TEXT }, { text: TEXT }));
    expect(answers.map((answer) => answer.id)).toEqual(['a/b', { part: 1 }, null]);
  });

  it('answers what it cannot read with an error, and goes on', () => {
    const input = `${lines({ id: 1, text: '' }, { id: 2, other: TEXT })}not json\n\n[1]\n${lines({ id: 6, text: TEXT })}`;
    const { status, answers } = pipe(input, ['--trailer']);
    expect(answers.slice(0, 5).map((answer) => [answer.id, answer.error?.code])).toEqual([
      [1, 'file-unsupported'],
      [2, 'file-unsupported'],
      [null, 'file-damaged'],
      [null, 'file-damaged'],
      [null, 'file-damaged'],
    ]);
    expect(answers[5]?.report?.slogans).toHaveLength(1);
    expect(answers[6]).toEqual({ trailer: { records: 6, reports: 1, errors: 5 } });
    expect(status).toBe(0);
    expect(pipe(input, ['--strict']).status).toBe(1);
  });

  it('reads the bytes of files, and the date that belongs to each', () => {
    const page = `<html><head><meta charset="gbk"></head><body><h1>云河要闻</h1><p>${TEXT}</p><p>今年以来办案12件。</p></body></html>`;
    const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
    const { answers } = pipe(
      lines(
        { id: 1, base64: Buffer.from(page).toString('base64'), anchor: '2021-03-05' },
        { id: 2, base64: utf16.toString('base64'), name: '讲话.txt' },
        { id: 3, text: TEXT, anchor: '2021-02-30' },
      ),
    );
    expect(answers[0]?.report).toMatchObject({
      source: { mediaType: 'text/html' },
      metadata: { anchor: '2021-03-05' },
    });
    expect(answers[1]?.report).toMatchObject({ source: { encoding: 'utf-16le', name: '讲话.txt' } });
    expect(answers[2]?.error?.code).toBe('bad-option');
  });

  it('writes pure ASCII when asked, and the same values', () => {
    const record = lines({ id: '云河', text: `${TEXT}\u2028𠮷` });
    const { text, answers } = pipe(record, ['--ascii']);
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    expect(answers).toEqual(pipe(record).answers);
  });

  it('gives rows by table and column', () => {
    const [answer] = pipe(lines({ id: 1, text: TEXT }), ['--format', 'rows']).answers;
    expect(answer?.rows?.slogans).toEqual([expect.objectContaining({ id: 's1', label: '三个环节', list_declared: 3 })]);
    expect(answer?.rows?.items?.map((row) => [row.slogan, row.position, row.label])).toEqual([
      ['s1', 0, '学习教育'],
      ['s1', 1, '查纠整改'],
      ['s1', 2, '总结提升'],
    ]);
  });

  it('takes other names of fields', () => {
    const flags = ['--text-field', 'page.body', '--id-field', 'url', '--anchor-field', 'day'];
    const [answer] = pipe(lines({ url: 'u', page: { body: TEXT }, day: '2020-11-02' }), flags).answers;
    expect([answer?.id, answer?.report?.metadata.anchor]).toEqual(['u', '2020-11-02']);
  });

  it('needs nothing of its environment', () => {
    const { status, answers } = pipe(lines({ id: 1, text: TEXT }), [], {});
    expect([status, answers.length]).toEqual([0, 1]);
  });

  it('gives nothing for nothing', () => {
    expect(pipe('')).toMatchObject({ status: 0, text: '' });
    expect(pipe('', ['--trailer']).answers).toEqual([{ trailer: { records: 0, reports: 0, errors: 0 } }]);
  });

  it('answers a line of ten megabytes', () => {
    const { answers } = pipe(lines({ id: 1, text: '抓好落实。'.repeat(700_000) }, { id: 2, text: TEXT }), [
      '--only',
      'slogans',
    ]);
    expect(answers.map((answer) => answer.id)).toEqual([1, 2]);
  }, 60_000);

  it('ends quietly when its reader leaves', async () => {
    const child = spawn(process.execPath, [CLI, 'pipe'], { stdio: 'pipe' });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdin.write(lines(...Array.from({ length: 3000 }, (_, id) => ({ id, text: TEXT.repeat(20) }))));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
    expect(stderr).toBe('');
  });

  it('does not run ahead of a slow reader', async () => {
    const child = spawn(process.execPath, [CLI, 'pipe'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const record = lines({ id: 1, text: TEXT.repeat(50) });
    child.stdin.on('error', () => {});
    let taken = 0;
    const feed = (): void => {
      while (taken < 60_000_000 && child.stdin.write(record)) taken += record.length;
      if (taken < 60_000_000) child.stdin.once('drain', feed);
    };
    feed();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    // nobody reads: the pipes fill up, and no more is taken
    expect(taken).toBeLessThan(8_000_000);
    child.kill();
  });
});
