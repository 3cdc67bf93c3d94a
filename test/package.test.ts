import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const TEXT = '会议强调，要抓好学习教育、查纠整改、总结提升三个环节。';

let consumer: string;

/** A project that has the package installed: a folder with a link, so that `tifa` resolves through its exports. */
beforeAll(() => {
  consumer = mkdtempSync(join(tmpdir(), 'tifa-consumer-'));
  mkdirSync(join(consumer, 'node_modules'));
  symlinkSync(ROOT, join(consumer, 'node_modules/tifa'), 'dir');
});

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

function run(name: string, code: string): string {
  writeFileSync(join(consumer, name), code);
  return execFileSync(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', join(consumer, name)], {
    encoding: 'utf8',
    cwd: consumer,
  });
}

/** npm's tools by path: `npx` would look for them elsewhere when they are missing. */
function tool(name: string, args: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', name), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

function filesOf(entry: unknown): string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry as object).flatMap(filesOf);
}

describe('the built package', () => {
  it('has every file that its exports name', () => {
    const files = [
      ...Object.values(manifest.exports).flatMap(filesOf),
      manifest.bin.tifa,
      manifest.main,
      manifest.types,
    ];
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('works as an ES module', () => {
    const label = `import { extract } from 'tifa'; console.log(extract('${TEXT}').slogans[0].label);`;
    expect(run('module.mjs', label)).toBe('三个环节\n');
  });

  it('works as CommonJS', () => {
    const label = `const { extract } = require('tifa'); console.log(extract('${TEXT}').slogans[0].label);`;
    expect(run('script.cjs', label)).toBe('三个环节\n');
  });

  it.each(Object.keys(manifest.exports).filter((name) => name !== './package.json'))(
    'gives the same names in both forms: %s',
    (name) => {
      const entry = join('tifa', name);
      const asModule = run(
        'names.mjs',
        `import * as all from '${entry}'; console.log(Object.keys(all).sort().join());`,
      );
      const asScript = run('names.cjs', `console.log(Object.keys(require('${entry}')).sort().join());`);
      expect(asModule.replace(/default,|module\.exports,/g, '')).toBe(asScript);
      expect(asScript.trim()).not.toBe('');
    },
  );

  it('checks its own reports with its own schemas', () => {
    const code = `
      import { extract } from 'tifa';
      import { reportSchema } from 'tifa/schemas';
      console.log(reportSchema.safeParse(extract('${TEXT}')).success);`;
    expect(run('check.mjs', code)).toBe('true\n');
  });

  it('cuts words in both forms', () => {
    const words = `(({ tokens }) => console.log(tokens.map((token) => token.text).join(' ')))(segment('落实“四个意识”。'));`;
    expect(run('cut.mjs', `import { segment } from 'tifa/segmenters'; ${words}`)).toBe('落实 “ 四个意识 ” 。\n');
    expect(run('cut.cjs', `const { segment } = require('tifa/segmenters'); ${words}`)).toBe('落实 “ 四个意识 ” 。\n');
  });

  it('loads neither zod nor an engine with its main entry', () => {
    const code = `require('tifa'); console.log(Object.keys(require.cache).filter((path) => /zod|jieba|natural/.test(path)).length);`;
    expect(run('light.cjs', code)).toBe('0\n');
  });

  it('has nothing for publint to say', () => {
    const { status, output } = tool('publint/src/cli.js', ['--strict']);
    expect(status, output).toBe(0);
  });

  it('has types that resolve in every module system', () => {
    const { status, output } = tool('@arethetypeswrong/cli/dist/index.js', [
      '--pack',
      '.',
      '--no-color',
      '--profile',
      'node16',
    ]);
    expect(status, output).toBe(0);
  });
});
