import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/schema.js';
import { CLI, makeFolder, runCli } from './run-cli.js';

const SPEECH = '会议强调，要抓好学习教育、查纠整改、总结提升三个环节。\n今年，清江县办结案件1,379件，同比增长5.2%。\n';
const NEWS = '2021年3月16日，云河市召开会议，增强“四个意识”。\n';

let folder: ReturnType<typeof makeFolder>;

beforeAll(() => {
  folder = makeFolder({
    'a-speech.txt': SPEECH,
    'b-news.txt': NEWS,
    'notes.json': '{}',
    'empty.dat': '',
    'binary.dat': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52),
    'own.json': JSON.stringify([{ key: '三色预警', members: ['红色预警', '橙色预警', '黄色预警'] }]),
    'bad.json': '[{"key": "三色预警", "members": 3}]',
  });
  mkdirSync(join(folder.path, 'inner'));
  writeFileSync(join(folder.path, 'inner/c-more.txt'), NEWS);
  mkdirSync(join(folder.path, 'nothing'));
});

afterAll(() => folder.remove());

const run = (...args: string[]) => runCli(['extract', ...args], { cwd: folder.path });

function reportsOf(stdout: string) {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => reportSchema.parse(JSON.parse(line)));
}

describe('tifa extract', () => {
  it('gives one line of JSON per document, folders in order of names', () => {
    const { code, stdout, stderr } = run('.', '--format', 'jsonl');
    expect([code, stderr]).toEqual([0, '']);
    expect(reportsOf(stdout).map((report) => report.source.path)).toEqual([
      'a-speech.txt',
      'b-news.txt',
      'inner/c-more.txt',
    ]);
  });

  it('gives one report by itself for one file, an array for a folder', () => {
    expect(reportSchema.parse(JSON.parse(run('a-speech.txt', '--format', 'json').stdout)).slogans[0]?.label).toBe(
      '三个环节',
    );
    expect(JSON.parse(run('inner', '--format', 'json').stdout)).toHaveLength(1);
  });

  it('draws a table without colours when nobody looks', () => {
    const { stdout } = run('a-speech.txt');
    expect(stdout).toMatch(/三个环节 +学习教育、查纠整改、总结提升/);
    expect(stdout).toContain('1,379 件');
    expect(stdout).not.toContain('\u001b');
  });

  it('reads standard input', () => {
    const { code, stdout } = runCli(['extract', '-', '--format', 'jsonl'], { input: SPEECH });
    expect(code).toBe(0);
    expect(reportsOf(stdout)[0]?.source.name).toBe('standard input');
    expect(runCli(['extract', '--format', 'jsonl'], { input: SPEECH }).stdout).toBe(stdout);
  });

  it('takes the options of the library', () => {
    const [report] = reportsOf(
      run('a-speech.txt', '--anchor', '2021-03-05', '--numerals', '--only', 'dates', '--format', 'jsonl').stdout,
    );
    expect(report?.metadata).toMatchObject({ anchor: '2021-03-05', anchorFrom: 'option' });
    expect(report?.dates.map((date) => date.value)).toContain('2021');
    expect([report?.slogans, report?.statistics]).toEqual([[], []]);
    expect(report?.numerals?.length).toBeGreaterThan(2);
  });

  it('gives tokens on request, with the engine asked for', () => {
    const [report] = reportsOf(run('b-news.txt', '--tokens', '--segmenter', 'node-rs', '--format', 'jsonl').stdout);
    expect(report?.tokens?.map((token) => token.text)).toContain('四个意识');
    expect(report?.engine.segmenter).toBe('@node-rs/jieba');
  });

  it('knows formulations of a lexicon of your own', () => {
    const { stdout } = runCli(['extract', '-', '--lexicon', 'own.json', '--format', 'jsonl'], {
      cwd: folder.path,
      input: '云河市落实“三色预警”。',
    });
    expect(reportsOf(stdout)[0]?.slogans[0]).toMatchObject({ label: '三色预警', lexicon: '三色预警' });
  });

  it('writes a file, takes the format from its name and says where it is', () => {
    const { code, stdout, stderr } = run('.', '--output', 'out/deep/all.jsonl');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^3 documents read: .*out\/deep\/all\.jsonl\.\n$/);
    expect(reportsOf(readFileSync(join(folder.path, 'out/deep/all.jsonl'), 'utf8'))).toHaveLength(3);
    expect(readdirSync(join(folder.path, 'out/deep'))).toEqual(['all.jsonl']);
  });

  it('shortens long tables of several documents and says so', () => {
    const many = `${Array.from({ length: 12 }, (_, i) => `办结案件${i + 1}00件`).join('，')}。`;
    writeFileSync(join(folder.path, 'inner/d-many.txt'), many);
    expect(run('inner').stdout).toContain('… and 4 more');
    expect(run('inner', '--rows', '12').stdout).not.toContain('… and');
    expect(run('inner/d-many.txt').stdout).not.toContain('… and');
  });

  it('ends quietly when the reader of a pipe goes away', async () => {
    const child = spawn(process.execPath, [CLI, 'extract', ...Array(60).fill('a-speech.txt'), '--format', 'json'], {
      cwd: folder.path,
    });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((done) => child.once('close', done));
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a missing path', 'nowhere.txt', /nowhere\.txt/],
    ['an empty file', 'empty.dat', /empty\.dat/],
    ['a binary file', 'binary.dat', /binary\.dat/],
    ['a folder without documents', 'nothing', /nothing holds no documents/],
  ])('%s fails alone', (_, path, message) => {
    const { code, stdout, stderr } = run(path, 'b-news.txt', '--format', 'jsonl');
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(reportsOf(stdout)).toHaveLength(1);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk is no wrong usage', () => {
    const { code, stderr } = run('b-news.txt', '--output', '/dev/full');
    expect([code, stderr]).toEqual([1, expect.stringContaining('/dev/full: the disk is full')]);
  });

  it.skipIf(process.getuid?.() === 0)('a folder without permission fails alone', () => {
    mkdirSync(join(folder.path, 'locked'), { mode: 0 });
    const { code, stderr } = run('locked', 'b-news.txt');
    expect([code, stderr]).toEqual([1, expect.stringContaining('locked cannot be read')]);
  });
});

describe('wrong usage', () => {
  it.each([
    ['an impossible anchor', ['a-speech.txt', '--anchor', '2021-02-30'], '2021-02-30'],
    ['an unknown option', ['a-speech.txt', '--foramt', 'json'], '--foramt'],
    ['an unknown format', ['a-speech.txt', '--format', 'xml'], 'xml'],
    ['an unknown kind', ['a-speech.txt', '--only', 'slogans,colours'], 'colours'],
    ['a number of rows that is none', ['a-speech.txt', '--rows', 'few'], '--rows'],
    ['a missing lexicon', ['a-speech.txt', '--lexicon', 'gone.json'], 'gone.json'],
    ['a wrong lexicon', ['a-speech.txt', '--lexicon', 'bad.json'], 'members'],
    ['an output below a file', ['a-speech.txt', '--output', 'b-news.txt/x.json'], 'b-news.txt/x.json'],
    ['an output that is a folder', ['a-speech.txt', '--output', 'inner'], 'inner'],
  ])('%s: exit 2 and a sentence that names it', (_, args, named) => {
    const { code, stdout, stderr } = run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(named);
    expect(stderr).not.toContain('    at ');
  });

  it('leaves an older output alone when the call is wrong', () => {
    writeFileSync(join(folder.path, 'kept.json'), 'kept');
    run('a-speech.txt', '--anchor', '2021-02-30', '--output', 'kept.json');
    expect(readFileSync(join(folder.path, 'kept.json'), 'utf8')).toBe('kept');
  });

  it('names the nearest command', () => {
    const { code, stderr } = runCli(['extrakt']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean extract?');
    expect(existsSync(CLI)).toBe(true);
  });
});
