import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, timeOf } from './texts.mjs';

const ROUNDS = 15;
const root = new URL('../dist/', import.meta.url);
const path = (name) => decodeURIComponent(new URL(name, root).pathname);

const SHORT = '2021年3月5日，云河市召开会议，强调要抓好学习教育、查纠整改、总结提升三个环节。';

/** Milliseconds from start to end of a process, the kinds by turns, so that a busy moment hits them all. */
export function measureStartUp() {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  const file = join(folder, 'short.txt');
  writeFileSync(file, SHORT);
  const kinds = [
    ['bare Node', ['-e', '0']],
    ["import 'tifa'", ['--input-type=module', '-e', `import ${JSON.stringify(pathToFileURL(path('index.js')).href)}`]],
    ["require('tifa')", ['-e', `require(${JSON.stringify(path('index.cjs'))})`]],
    ['tifa --version', [path('cli/tifa.js'), '--version']],
    ['tifa extract short.txt', [path('cli/tifa.js'), 'extract', file]],
  ];
  const times = kinds.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, [, args]] of kinds.entries()) {
      times[i].push(timeOf(() => spawnSync(process.execPath, args, { stdio: 'ignore' })));
    }
  }
  rmSync(folder, { recursive: true });
  return kinds.map(([name], i) => ({
    name,
    milliseconds: median(times[i]),
    over: median(times[i]) - median(times[0]),
  }));
}
