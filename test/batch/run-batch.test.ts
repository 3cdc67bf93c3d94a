import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as batch from '../../src/batch/index.js';
import type { Report } from '../../src/report/schema.js';
import { archiveFile, CLI, DIST, makeArchive, makeScratch, readJsonLines } from '../support/archive.js';

const { runBatch, extractAll }: typeof batch = await import(join(DIST, 'batch.js'));

const scratch = makeScratch();
const archive = join(scratch, 'archive');
let runs = 0;

const newRun = (): string => join(scratch, `run-${++runs}`);
const reportsOf = (run: string): Report[] => readJsonLines<Report>(join(run, 'reports.jsonl'));
const failuresOf = (run: string): batch.BatchFailure[] => readJsonLines(join(run, 'failures.jsonl'));
const bytesOf = (run: string): string => readFileSync(join(run, 'reports.jsonl'), 'utf8');

async function* lines(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(`${text}\n`);
}

beforeAll(() => makeArchive(archive, 60));

describe('runBatch', () => {
  it('reads a folder in the order of its names, whatever the number of workers', async () => {
    const [one, two] = [newRun(), newRun()];
    await runBatch([archive], { output: one, jobs: 1 });
    const summary = await runBatch([archive], { output: two, jobs: 2 });
    expect(summary).toMatchObject({ status: 'done', settled: 60, read: 60, known: 0, failed: 0 });
    expect(summary.counts.documents).toBe(60);
    expect(summary.counts.slogans).toBe(reportsOf(two).reduce((sum, report) => sum + report.slogans.length, 0));
    expect(bytesOf(two)).toBe(bytesOf(one));
    expect(reportsOf(two).map((report) => report.source.path)).toEqual(
      Array.from({ length: 60 }, (_, serial) => archiveFile(archive, serial)),
    );
  });

  it('stores the same content once', async () => {
    const run = newRun();
    const copy = join(scratch, 'copy.txt');
    writeFileSync(copy, readFileSync(archiveFile(archive, 0)));
    const summary = await runBatch([copy, archive, copy], { output: run });
    expect(summary).toMatchObject({ settled: 62, read: 60, known: 2 });
    expect(reportsOf(run)[0]?.source.path).toBe(copy);
    expect(await runBatch([archive], { output: run })).toMatchObject({ settled: 60, read: 0, known: 60 });
    expect(reportsOf(run)).toHaveLength(60);
  });

  it('reads records, with names, anchors and fields of their own', async () => {
    const file = join(scratch, 'records.jsonl');
    const records = [
      { url: 'a', body: { text: '今年以来，云河市办理案件12件。' }, day: '2021-03-05' },
      { url: 'b', body: { text: '今年以来，清江县办理案件15件。' }, day: '2019-07-01' },
      { url: 'c' },
    ];
    writeFileSync(file, `${records.map((record) => JSON.stringify(record)).join('\n')}\n\nnot json\n`);
    const run = newRun();
    const fields = { text: 'body.text', id: 'url', anchor: 'day' };
    const summary = await runBatch([file], { output: run, fields });
    expect(summary).toMatchObject({ read: 2, failed: 2 });
    expect(reportsOf(run).map(({ source, metadata }) => [source.path, source.name, metadata.anchor])).toEqual([
      [`${file}#a`, 'a', '2021-03-05'],
      [`${file}#b`, 'b', '2019-07-01'],
    ]);
    expect(failuresOf(run).map(({ file: name, code }) => [name, code])).toEqual([
      [`${file}:3`, 'file-unsupported'],
      [`${file}:5`, 'file-damaged'],
    ]);
  });

  it('reads patterns, lists and streams of paths and records', async () => {
    const list = join(scratch, 'list.txt');
    writeFileSync(list, `${archiveFile(archive, 1)}\r\n\n${archive}/**/*3.txt\n`);
    const stream = lines(
      archiveFile(archive, 2),
      '{"id":"r","text":"围绕“四项任务”抓好落实。"}',
      join(scratch, 'none.txt'),
    );
    const run = newRun();
    const summary = await runBatch([`@${list}`, '-'], { output: run, standardInput: stream });
    expect(summary).toMatchObject({ read: 1 + 6 + 2, failed: 1 });
    expect(failuresOf(run)).toEqual([expect.objectContaining({ code: 'file-not-found' })]);
  });

  it('reads the files of an archive one by one', async () => {
    const file = join(scratch, 'news.zip');
    execFileSync('python3', ['-c', ZIP, file, archiveFile(archive, 1), archiveFile(archive, 2)]);
    const run = newRun();
    expect(await runBatch([file], { output: run })).toMatchObject({ read: 2, failed: 1 });
    expect(reportsOf(run).map((report) => report.source.path)).toEqual([`${file}/云河/1.txt`, `${file}/云河/2.txt`]);
    expect(failuresOf(run)).toEqual([expect.objectContaining({ file: `${file}/空.txt`, code: 'file-empty' })]);
  });

  it('fails a document by itself, and takes the failure back when it can be read', async () => {
    const file = join(scratch, 'late.txt');
    const run = newRun();
    const inputs = [file, archive, join(scratch, 'empty.txt')];
    writeFileSync(join(scratch, 'empty.txt'), '');
    await runBatch(inputs, { output: run });
    const first = await runBatch(inputs, { output: run });
    expect(first.counts.failures).toEqual({ 'file-not-found': 1, 'file-empty': 1 });
    expect(failuresOf(run)).toHaveLength(2);
    writeFileSync(file, '会议强调，要抓好三个环节。');
    const second = await runBatch(inputs, { output: run });
    expect(second.counts.failures).toEqual({ 'file-empty': 1 });
    expect(failuresOf(run).map((failure) => failure.code)).toEqual(['file-empty']);
  });

  it('says that a folder or pattern without documents gives nothing', async () => {
    mkdirSync(join(scratch, 'bare'));
    const run = newRun();
    const summary = await runBatch([join(scratch, 'bare'), join(scratch, '*.none')], { output: run });
    expect(summary.counts.failures).toEqual({ 'file-not-found': 2 });
  });

  it('fails what takes too long', async () => {
    const file = join(scratch, 'long.txt');
    writeFileSync(file, '会议强调，要抓好三个环节。'.repeat(400_000));
    const run = newRun();
    const summary = await runBatch([file, archiveFile(archive, 0)], { output: run, timeout: 30 });
    expect(summary.counts.failures['document-timeout']).toBeGreaterThanOrEqual(1);
    expect(failuresOf(run)[0]).toMatchObject({ file, code: 'document-timeout' });
  });
});

describe('a run that was broken off', () => {
  it('loses half a line and nothing else', async () => {
    const [whole, torn] = [newRun(), newRun()];
    await runBatch([archive], { output: whole });
    await runBatch([archive], { output: torn });
    const text = Buffer.from(bytesOf(torn));
    writeFileSync(join(torn, 'reports.jsonl'), text.subarray(0, Math.floor(text.length * 0.6)));
    appendFileSync(join(torn, 'failures.jsonl'), '{"file":"half');
    const summary = await runBatch([archive], { output: torn });
    expect(summary.counts.documents).toBe(60);
    expect(bytesOf(torn)).toBe(bytesOf(whole));
    expect(failuresOf(torn)).toEqual([]);
  });

  it('counts again what run.json does not cover', async () => {
    const run = newRun();
    const { counts } = await runBatch([archive], { output: run });
    rmSync(join(run, 'run.json'));
    const again = await runBatch([archive], { output: run });
    expect({ ...again.counts, slowest: [] }).toEqual({ ...counts, slowest: [] });
  });

  it('goes on after a signal', async () => {
    const [whole, stopped] = [newRun(), newRun()];
    await runBatch([archive], { output: whole });
    const stop = new AbortController();
    const onProgress = ({ settled }: batch.BatchProgress): void => {
      if (settled === 10) stop.abort();
    };
    const first = await runBatch([archive], { output: stopped, signal: stop.signal, onProgress });
    expect(first.status).toBe('stopped');
    expect(first.read).toBeLessThan(60);
    expect(await runBatch([archive], { output: stopped })).toMatchObject({ status: 'done', known: first.read });
    expect(bytesOf(stopped)).toBe(bytesOf(whole));
  });

  it('is refused with other options, and when its file is damaged', async () => {
    const run = newRun();
    await runBatch([archiveFile(archive, 0)], { output: run });
    const other = runBatch([archive], { output: run, anchor: '2021-03-05' });
    await expect(other).rejects.toMatchObject({ code: 'bad-option', message: expect.stringContaining('anchor') });
    writeFileSync(join(run, 'reports.jsonl'), 'something else\n');
    await expect(runBatch([archive], { output: run })).rejects.toMatchObject({ code: 'run-damaged' });
    expect(readdirSync(run).sort()).toEqual(['failures.jsonl', 'reports.jsonl', 'run.json']);
  });

  it('is refused while another batch works on it', async () => {
    const run = newRun();
    const first = runBatch([archive], { output: run });
    await expect(runBatch([archive], { output: run })).rejects.toMatchObject({ code: 'run-locked' });
    expect(await first).toMatchObject({ status: 'done' });
  });

  it('stops with a clear sentence when there is no room, and goes on when there is', async () => {
    const run = newRun();
    // a limit on the size of files stands for a full disk: the write goes through in part, the next one fails
    const command = `ulimit -f 400; exec "${process.execPath}" "${CLI}" batch "${archive}" --output "${run}"`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain(`Cannot write to ${run}/reports.jsonl: the file may not grow any more.`);
    expect(stderr).toContain('run the same command again');
    const summary = await runBatch([archive], { output: run });
    expect(summary.counts.documents).toBe(60);
    expect(reportsOf(run)).toHaveLength(60);
  });
});

describe('extractAll', () => {
  it('gives outcomes in the order of the inputs', async () => {
    const found: string[] = [];
    const inputs = [archive, { text: '抓好“三个环节”。', name: '一句' }, join(scratch, 'missing.txt')];
    for await (const outcome of extractAll(inputs, { jobs: 2 }))
      found.push('report' in outcome ? (outcome.report.source.name as string) : outcome.failure.code);
    expect(found).toHaveLength(62);
    expect(found.slice(0, 2)).toEqual(['0000000.txt', '0000001.txt']);
    expect(found.slice(60)).toEqual(['一句', 'file-not-found']);
  });

  it('reads no further than outcomes are taken', async () => {
    let given = 0;
    const inputs = (function* () {
      for (;;) yield { text: `云河市办理案件${given++}件。` };
    })();
    let taken = 0;
    for await (const _ of extractAll(inputs, { jobs: 1 })) if (++taken === 20) break;
    expect(given).toBeLessThan(2500);
  });

  it('stops at a signal', async () => {
    const stop = new AbortController();
    const take = async (): Promise<void> => {
      for await (const _ of extractAll([archive], { signal: stop.signal })) stop.abort();
    };
    await expect(take()).rejects.toMatchObject({ code: 'aborted' });
  });

  it.each([{ jobs: 0 }, { timeout: Number.NaN }, { anchor: '2021-02-30' }])('refuses %o', async (options) => {
    await expect(extractAll([archive], options).next()).rejects.toMatchObject({ code: 'bad-option' });
  });
});

const ZIP = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.write(sys.argv[2], '云河/1.txt')
    archive.write(sys.argv[3], '云河/2.txt')
    archive.writestr('空.txt', '')
`;
