import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveEntries } from '../../src/batch/archive-entries.js';
import { makeScratch } from '../support/archive.js';

const scratch = makeScratch();

/** Python's zipfile: another implementation than the one that reads. */
const MAKE = `
import io, sys, zipfile
def make(target, files, comment=b''):
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in files: archive.writestr(name, content)
folder = sys.argv[1]
inner = io.BytesIO()
make(inner, [('三月/讲话.txt', '抓好三个环节。'), ('空.txt', '')])
make(folder + '/outer.zip', [
    ('云河/一.txt', '办理案件12件。' * 1000), ('__MACOSX/._一.txt', 'x'), ('.DS_Store', 'x'), ('内.zip', inner.getvalue()), ('二.txt', '二'),
], comment='清江县档案'.encode() * 500)
deep = inner.getvalue()
for _ in range(3):
    box = io.BytesIO()
    make(box, [('内.zip', deep)])
    deep = box.getvalue()
open(folder + '/deep.zip', 'wb').write(deep)
make(folder + '/empty.zip', [])
make(folder + '/many.zip', [(f'{at:05}.txt', str(at)) for at in range(3000)])
`;

const hasPython = spawnSync('python3', ['-c', MAKE, scratch]).status === 0;

async function entriesOf(name: string): Promise<string[]> {
  const found: string[] = [];
  for await (const input of archiveEntries(join(scratch, name))) {
    const path = (input.path as string).slice(scratch.length + 1);
    if (input.kind === 'bytes') found.push(`${path}: ${Buffer.from(input.bytes).toString().slice(0, 8)}`);
    else if (input.kind === 'failure') found.push(`${path}: ${input.failure.code}`);
  }
  return found;
}

describe.skipIf(!hasPython)('archiveEntries (skipped where there is no Python)', () => {
  it('gives the files of an archive and of those inside it, in their order', async () => {
    expect(await entriesOf('outer.zip')).toEqual([
      'outer.zip/云河/一.txt: 办理案件12件。',
      'outer.zip/内.zip/三月/讲话.txt: 抓好三个环节。',
      'outer.zip/内.zip/空.txt: ',
      'outer.zip/二.txt: 二',
    ]);
    expect(await entriesOf('many.zip')).toHaveLength(3000);
    expect(await entriesOf('empty.zip')).toEqual([]);
  });

  it('goes into archives only so deep', async () => {
    expect(await entriesOf('deep.zip')).toEqual(['deep.zip/内.zip/内.zip/内.zip: file-unsupported']);
  });

  it('fails an archive that is cut short or broken, by one sentence', async () => {
    const bytes = readFileSync(join(scratch, 'outer.zip'));
    writeFileSync(join(scratch, 'cut.zip'), bytes.subarray(0, 300));
    expect(await entriesOf('cut.zip')).toEqual(['cut.zip: file-damaged']);
    expect(await entriesOf('none.zip')).toEqual(['none.zip: file-unreadable']);
    writeFileSync(join(scratch, 'text.zip'), '这不是压缩文件。');
    expect(await entriesOf('text.zip')).toEqual(['text.zip: file-damaged']);
  });

  it('fails a damaged file alone', async () => {
    const bytes = readFileSync(join(scratch, 'outer.zip'));
    bytes[70] = (bytes[70] as number) ^ 0xff;
    writeFileSync(join(scratch, 'flipped.zip'), bytes);
    const found = await entriesOf('flipped.zip');
    expect(found[0]).toBe('flipped.zip/云河/一.txt: file-damaged');
    expect(found.at(-1)).toBe('flipped.zip/二.txt: 二');
  });
});
