import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/document/source-document.js';
import { type ReadFailure, readArchive } from '../../src/readers/index.js';
import { limits } from '../../src/readers/limits.js';
import { makeZip } from './make-zip.js';

const TEXT = '云河市召开会议，部署“六稳”“六保”工作。\n';

async function readAll(bytes: Uint8Array): Promise<(SourceDocument | ReadFailure)[]> {
  const read: (SourceDocument | ReadFailure)[] = [];
  for await (const each of readArchive(bytes, { name: '档案.zip' })) read.push(each);
  return read;
}

const pathOf = (each: SourceDocument | ReadFailure): string | null => ('error' in each ? each.path : each.source.path);

describe('readArchive', () => {
  it('reads the files of an archive as a folder, each by its content', async () => {
    const zip = makeZip([
      { name: '2021/讲话.txt', content: TEXT },
      { name: '2021/网页.txt', content: `<p>${TEXT.trim()}</p><p>会议强调，要抓好落实。</p>` },
      { name: '__MACOSX/._讲话.txt', content: 'x' },
      { name: '2021/', content: '' },
    ]);
    const read = (await readAll(zip)) as SourceDocument[];
    expect(read.map(pathOf)).toEqual(['档案.zip/2021/讲话.txt', '档案.zip/2021/网页.txt']);
    expect(read.map((each) => each.source.mediaType)).toEqual(['text/plain', 'text/html']);
    expect(read[0]?.text).toBe(TEXT);
  });

  it('reads names in GBK as Windows writes them', async () => {
    const zip = makeZip([{ name: iconv.encode('云河市/政府工作报告.txt', 'gbk'), content: TEXT, flags: 0 }]);
    expect((await readAll(zip)).map(pathOf)).toEqual(['档案.zip/云河市/政府工作报告.txt']);
  });

  it('fails for one file and reads the others', async () => {
    const zip = makeZip([
      { name: 'a.png', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) },
      { name: 'secret.txt', content: TEXT, flags: 0x801 },
      { name: 'b.txt', content: TEXT },
    ]);
    const read = await readAll(zip);
    expect(read.map((each) => ('error' in each ? each.error.code : 'read'))).toEqual([
      'file-unsupported',
      'file-unsupported',
      'read',
    ]);
    expect((read[1] as ReadFailure).error.message).toBe('“secret.txt” is protected by a password.');
  });

  it('reads archives in archives, not deeper than the limit', async () => {
    let zip = makeZip([{ name: 'a.txt', content: TEXT }]);
    for (let depth = 1; depth < limits.archiveDepth; depth++) zip = makeZip([{ name: `${depth}.zip`, content: zip }]);
    expect(await readAll(zip)).toMatchObject([{ text: TEXT }]);
    expect(await readAll(makeZip([{ name: 'outer.zip', content: zip }]))).toMatchObject([
      { error: { code: 'file-unsupported' } },
    ]);
  });

  it('does not unpack a bomb', async () => {
    const bomb = makeZip([{ name: 'bomb.txt', content: Buffer.alloc(8 * 1024 * 1024) }]);
    expect(await readAll(bomb)).toMatchObject([
      { error: { code: 'file-unsupported', message: expect.stringContaining('zip bomb') } },
    ]);
  });

  it('does not believe a directory that lies about sizes', async () => {
    const lying = makeZip([{ name: 'a.txt', content: Buffer.alloc(8 * 1024 * 1024, 'a'), declaredBytes: 100 }]);
    expect(await readAll(lying)).toMatchObject([{ error: { code: 'file-damaged' } }]);
  });

  it('refuses what is no archive, and one that was cut', async () => {
    await expect(readAll(Buffer.from(TEXT))).rejects.toMatchObject({ code: 'file-unsupported' });
    const zip = makeZip([{ name: 'a.txt', content: TEXT }]);
    await expect(readAll(zip.subarray(0, zip.length - 30))).rejects.toMatchObject({ code: 'file-damaged' });
  });
});
