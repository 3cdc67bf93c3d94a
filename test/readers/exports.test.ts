import { describe, expect, it } from 'vitest';
import { isArchive, readArchive } from '../../src/index.js';
import { makeZip } from './make-zip.js';

const TEXT = '云河市召开会议，部署“六稳”“六保”工作。\n';

describe('archives at the main entry', () => {
  it('reads the files of a ZIP one by one', async () => {
    const zip = makeZip([
      { name: '一.txt', content: TEXT },
      { name: '空.txt', content: '' },
    ]);
    expect(await isArchive(zip)).toBe(true);
    const read = [];
    for await (const file of readArchive(zip, { name: '档案.zip' }))
      read.push('error' in file ? file.error.code : file.text);
    expect(read).toEqual([TEXT, 'file-empty']);
  });

  it('knows a document and a text for no archive', async () => {
    expect(await isArchive(makeZip([{ name: 'word/document.xml', content: '<w:document/>' }]))).toBe(false);
    expect(await isArchive(Buffer.from(TEXT))).toBe(false);
    await expect(readArchive(Buffer.from(TEXT)).next()).rejects.toMatchObject({ code: 'file-unsupported' });
  });
});
