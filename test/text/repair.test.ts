import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/text/decode.js';
import { type RepairedText, repairDamage } from '../../src/text/repair.js';

const SENTENCE = '全市政法机关开展教育整顿，要坚持“四个意识”，落实三项任务。';

/** A text whose GB18030 bytes lost one. */
function dropByte(text: string, index: number): string {
  const bytes = iconv.encode(text, 'gb18030');
  return new TextDecoder('gb18030').decode(Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + 1)]));
}

/** Texts of the fixture documents that GB18030 writes in two bytes a character. */
function fixtureTexts(): string[] {
  const folder = new URL('../../fixtures/documents/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => !name.includes('hant'))
    .map((name) => readFileSync(new URL(`${name}/source.txt`, folder), 'utf8'))
    .map((text) => new TextDecoder('gb18030').decode(iconv.encode(text, 'gb18030')));
}

/** The same numbers from 0 to 1 every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Two hundred damages: texts and bytes of their characters beyond ASCII are drawn at random. */
function damages(texts: readonly string[]): { text: string; bytes: Buffer }[] {
  const random = randomNumbers(2021);
  const drawn: { text: string; bytes: Buffer }[] = [];
  while (drawn.length < 200) {
    const text = texts[Math.floor(random() * texts.length)] as string;
    const bytes = iconv.encode(text, 'gb18030');
    const at = Math.floor(random() * bytes.length);
    if ((bytes[at] as number) >= 0x80)
      drawn.push({ text, bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]) });
  }
  return drawn;
}

/** What became of damaged texts. */
function tally(results: readonly { text: string; repaired: RepairedText }[]) {
  const counts = { whole: 0, butForNamed: 0, left: 0, wrong: 0, silent: 0, silentlyWrong: 0 };
  for (const { text, repaired } of results) {
    if (repaired.issues.length === 0) counts.silent++;
    if (repaired.text === text) counts.whole++;
    else if (repaired.edits.length === 0) counts.left++;
    else if (agrees(repaired.text, text)) counts.butForNamed++;
    else {
      counts.wrong++;
      if (repaired.issues.every((issue) => issue.severity === 'info')) counts.silentlyWrong++;
    }
  }
  return counts;
}

/** True when a text says what is expected, but for characters that it names as unknown. */
function agrees(text: string, expected: string): boolean {
  return (
    text.length === expected.length &&
    [...text].every((character, i) => character === '\ufffd' || character === expected[i])
  );
}

describe('repairDamage after a lost byte', () => {
  it('reads the characters again from the lost byte on', () => {
    const damaged = dropByte(SENTENCE, 12);
    const repaired = repairDamage(damaged);
    expect(repaired.text).toBe(SENTENCE);
    expect(repaired.issues).toMatchObject([{ code: 'damaged-text', severity: 'info' }]);
    expect(repaired.edits).toHaveLength(1);
  });

  it('reads a traditional page whose lost bytes became question marks', () => {
    const repaired = repairDamage('各地區緊扣警示教育、英模教育，開展學習政法英?;顒?,大力弘揚英模精神。');
    expect(repaired.text).toMatch(/英(?:模|\ufffd)活动,大力/);
  });

  it('gives no wrong letter where more than the marks was lost', () => {
    // 政 and 治 lost a byte each: a character for private use stood between 恼 and 纹
    const { text, issues } = repairDamage('锻造忠诚本色，彰显政法队伍當(dāng)?shù)恼纹犯瘛?\n大力弘揚。\n');
    expect(text).toMatch(/當\(dāng\)[的\ufffd]{1,2}\ufffd?品格。\n/);
    expect(issues).toMatchObject([{ severity: 'warning' }]);
  });

  it('repairs two hundred damages of documents, or all of them but a named character', () => {
    const results = damages(fixtureTexts()).map(({ text, bytes }) => {
      const decoded = decode(bytes, 'gb2312');
      return { text, repaired: repairDamage(decoded.text, decoded.lost) };
    });
    const counts = tally(results);
    console.log('of 200 damages of documents:', counts);
    expect(counts.silent).toBe(0);
    expect(counts.silentlyWrong).toBe(0);
    expect(counts.wrong).toBeLessThanOrEqual(3);
    expect(counts.whole + counts.butForNamed).toBeGreaterThanOrEqual(190);
    expect(counts.whole).toBeGreaterThanOrEqual(120);
  });

  it('repairs sentences whose bytes are gone, but for a named character', () => {
    const sentences = fixtureTexts().flatMap((text) => text.match(/[^。\n]{11,119}。/g) ?? []);
    const results = damages(sentences).map(({ text, bytes }) => ({
      text,
      repaired: repairDamage(`${new TextDecoder('gb18030').decode(bytes)}\n`),
    }));
    const counts = tally(results.map(({ text, repaired }) => ({ text: `${text}\n`, repaired })));
    console.log('of 200 damages of sentences, read without their bytes:', counts);
    expect(counts.silent).toBe(0);
    expect(counts.wrong).toBeLessThanOrEqual(3);
    expect(counts.whole + counts.butForNamed).toBeGreaterThanOrEqual(170);
  });

  it('names what it cannot read', () => {
    const repaired = repairDamage('会议听取了\ufffd\ufffd\ufffd的汇报。');
    expect(repaired.text).toBe('会议听取了\ufffd\ufffd\ufffd的汇报。');
    expect(repaired.issues.every((issue) => issue.code === 'damaged-text' && issue.severity === 'warning')).toBe(true);
    expect(repaired.issues.length).toBeGreaterThan(0);
  });
});

describe('repairDamage of text in a wrong encoding', () => {
  const utf8 = Buffer.from(SENTENCE);

  it.each([
    ['UTF-8 read as Latin-1', utf8.toString('latin1')],
    ['GBK read as Latin-1', iconv.encode(SENTENCE, 'gbk').toString('latin1')],
  ])('undoes %s', (_, misread) => {
    expect(repairDamage(`第一行。\n${misread}\n末行。`).text).toBe(`第一行。\n${SENTENCE}\n末行。`);
  });

  it('undoes UTF-8 read as GBK, but for a last character that lost a byte', () => {
    const repaired = repairDamage(new TextDecoder('gbk').decode(utf8));
    expect(agrees(repaired.text, SENTENCE)).toBe(true);
    expect(repaired.text.startsWith(SENTENCE.slice(0, -1))).toBe(true);
  });

  it('names what was lost in two wrong readings', () => {
    expect(repairDamage('会议锟斤拷锟斤拷强调。')).toMatchObject({
      edits: [],
      issues: [{ code: 'damaged-text', severity: 'warning' }],
    });
  });
});

describe('repairDamage of clean text', () => {
  it.each([
    SENTENCE,
    '什么是“两个确立”?为什么要坚持?;怎么坚持?,要想清楚。',
    '習(xí)近平總書記強(qiáng)調(diào)，要把握好三個環(huán)節(jié)。',
    'Ça va: Müller, naïve façade; 涓滴之水、銆币、浜松市。',
    '镕基、喆、堃、㐂、𠮷野家、囍字，饕餮、魑魅魍魉?',
    '',
  ])('changes nothing in %s', (text) => expect(repairDamage(text)).toEqual({ text, edits: [], issues: [] }));

  it('changes nothing in the fixture documents', () => {
    const folder = new URL('../../fixtures/documents/', import.meta.url);
    for (const name of readdirSync(folder)) {
      const text = readFileSync(new URL(`${name}/source.txt`, folder), 'utf8');
      expect(repairDamage(text)).toEqual({ text, edits: [], issues: [] });
    }
  });

  it('is not slow on text made of nothing but marks', () => {
    const began = performance.now();
    repairDamage('会?'.repeat(50_000));
    repairDamage('\ufffd'.repeat(50_000));
    repairDamage(`${'锛?顒恼纹'.repeat(5_000)}`);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
