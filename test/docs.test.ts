import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands/index.js';
import type { Report } from '../src/report/schema.js';
import { runCli } from './cli/run-cli.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const README = join(ROOT, 'README.md');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'src/README.md', 'corpus/README.md'];

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** A code block with `<!-- example: NAME -->` on the line before it. */
function exampleBlock(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(<!-- example: ${escaped} -->\\n\`\`\`\\w+\\n)([\\s\\S]*?)(\`\`\`)`);
}

/** Compares an example with what the command really prints; with TIFA_UPDATE=1 it is written down instead. */
function expectExample(name: string, actual: string): void {
  const readme = read('README.md');
  if (process.env.TIFA_UPDATE === '1') writeFileSync(README, readme.replace(exampleBlock(name), `$1${actual}$3`));
  expect(exampleBlock(name).exec(read('README.md'))?.[2]).toBe(actual);
}

describe('README', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tifa-readme-'));
    writeFileSync(join(folder, 'meeting.txt'), exampleBlock('meeting.txt').exec(read('README.md'))?.[2] ?? '');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('shows the table that the command prints', () => {
    expectExample('tifa extract meeting.txt', runCli(['extract', 'meeting.txt'], { cwd: folder }).stdout);
  });

  it('shows a record as it is', () => {
    const { stdout } = runCli(['extract', 'meeting.txt', '--format', 'json'], { cwd: folder });
    const slogan = (JSON.parse(stdout) as Report).slogans.find(({ label }) => label === '三个环节');
    expectExample('slogan 三个环节', `${JSON.stringify(slogan, null, 2)}\n`);
    expect(
      read('README.md')
        .split('\n')
        .find((line) => line.includes('report.text.slice')),
    ).toContain(`\`report.text.slice(${slogan?.start}, ${slogan?.end})\` is 三个环节`);
  });

  it('begins with the two commands', () => {
    expect(/```sh\n([\s\S]*?)```/.exec(read('README.md'))?.[1]).toMatch(/^npm ci && npm start.*\nnpm ci && npm test/);
  });

  it.each(COMMANDS.map((record) => [record.name, record.flags] as const))(
    'describes %s and its flags',
    (name, flags) => {
      expect(read('README.md').includes(`\ntifa ${name}`), `no line for tifa ${name}`).toBe(true);
      expect(flags.map((flag) => flag.flags).filter((flag) => !read('README.md').includes(`\`${flag}\``))).toEqual([]);
    },
  );

  it('imports only what is exported', async () => {
    const { exports } = JSON.parse(read('package.json'));
    const imports = [...read('README.md').matchAll(/import \{ ([^}]+) \} from 'tifa(\/\w+)?'/g)];
    expect(imports.length).toBeGreaterThan(3);
    for (const [, names = '', entry = ''] of imports) {
      const path = exports[`.${entry}`].import.default;
      const module = await import(/* @vite-ignore */ pathToFileURL(join(ROOT, path)).href);
      expect(
        names.split(', ').filter((name) => module[name] === undefined),
        `from 'tifa${entry}'`,
      ).toEqual([]);
    }
  });

  it('describes every entry of the package', () => {
    const { exports } = JSON.parse(read('package.json'));
    const entries = Object.keys(exports).filter((name) => name !== './package.json');
    expect(entries.filter((name) => !read('README.md').includes(`| \`${join('tifa', name)}\` |`))).toEqual([]);
  });
});

describe.each(DOCUMENTS)('%s', (document) => {
  it('links to files that are there', () => {
    const links = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link as string);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
  });

  it('names scripts that are there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...read(document).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
