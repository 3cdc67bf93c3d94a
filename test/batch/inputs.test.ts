import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countInputs, expandInputs } from '../../src/batch/inputs.js';
import { inputName } from '../../src/batch/task.js';
import { makeScratch } from '../support/archive.js';

const scratch = makeScratch({
  'b.txt': '二',
  'a.html': '一',
  '.hidden.txt': '',
  'photo.png': '',
  'records.jsonl': '{"text":"一"}\n\n{"text":"二"}',
});
mkdirSync(join(scratch, 'c'));
writeFileSync(join(scratch, 'c/d.md'), '三');
writeFileSync(join(scratch, 'list'), `${scratch}/c\n{"text":"四"}\n${scratch}/none.txt\n`);

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function namesOf(...paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const input of expandInputs(paths, nothing()))
    found.push(`${input.kind} ${inputName(input).slice(scratch.length + 1)}`);
  return found;
}

it('walks a folder in the order of names, and takes documents alone', async () => {
  expect(await namesOf(scratch)).toEqual([
    'file a.html',
    'file b.txt',
    'file c/d.md',
    'record records.jsonl:1',
    'record records.jsonl:3',
  ]);
});

it('takes a named file whatever it is called', async () => {
  expect(await namesOf(join(scratch, 'photo.png'))).toEqual(['file photo.png']);
});

it('reads lists of paths and records', async () => {
  expect(await namesOf(`@${scratch}/list`)).toEqual(['file c/d.md', 'record list:2', 'failure none.txt']);
});

it('counts what it would read', async () => {
  const { signal } = new AbortController();
  expect(await countInputs([scratch, `@${scratch}/list`, join(scratch, 'none')], signal)).toBe(5 + 3 + 1);
  expect(await countInputs(['-'], signal)).toBe(null);
});
