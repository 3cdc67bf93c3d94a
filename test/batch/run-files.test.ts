import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LineFile, wholeLines } from '../../src/batch/run-files.js';
import { makeScratch } from '../support/archive.js';

const folder = makeScratch();

describe('LineFile', () => {
  it('cuts off what stands behind the last whole line', () => {
    const path = join(folder, 'torn.jsonl');
    writeFileSync(path, '{"a":1}\n{"b":');
    const file = new LineFile(path, 8);
    file.append(Buffer.from('{"c":3}\n'));
    file.flush();
    file.close();
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}\n{"c":3}\n');
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', () => {
    const file = new LineFile('/dev/full', 0);
    file.append(Buffer.from('{}\n'));
    expect(() => file.flush()).toThrow(
      expect.objectContaining({ code: 'output-unwritable', message: 'Cannot write to /dev/full: the disk is full.' }),
    );
    file.close();
  });
});

describe('wholeLines', () => {
  const read = async (path: string, start?: number): Promise<string[]> => {
    const found: string[] = [];
    for await (const { bytes, end } of wholeLines(path, start)) found.push(`${Buffer.from(bytes)} ${end}`);
    return found;
  };

  it('leaves out half a line, and begins where it is told', async () => {
    const path = join(folder, 'lines.jsonl');
    writeFileSync(path, 'one\ntwo\nthr');
    expect(await read(path)).toEqual(['one 4', 'two 8']);
    expect(await read(path, 4)).toEqual(['two 8']);
  });

  it('is empty where there is no file', async () => {
    expect(await read(join(folder, 'none'))).toEqual([]);
  });
});
