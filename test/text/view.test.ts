import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createView } from '../../src/text/view.js';

/** What pages of the genre are made of, hostile neighbours included. */
const PIECES = [
  ...'会议强调一二三、，。；：“”（）《》 \n\t\r',
  '\r\n',
  '習(xí)',
  '近平',
  '環節',
  '說',
  '發(fā)展',
  '５',
  '％',
  '3.5',
  '1,379',
  '　',
  ' ',
  '\u200b',
  '\ufeff',
  '\ud83d',
  '\udc00',
  '😀',
  '"',
  "'",
  '(',
  ')',
  ',',
  ';',
  ':',
  '⺠',
  '⼀',
  '「',
  '」',
  'km',
  'N',
  '+',
  '——',
];
const page = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('View', () => {
  it('maps every place into the source, in order, and loses no character on the way', () => {
    fc.assert(
      fc.property(page, (source) => {
        const view = createView(source);
        let last = 0;
        for (let i = 0; i < view.text.length; i++) {
          const { start, end } = view.toSource({ start: i, end: i + 1 });
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
          last = start;
        }
      }),
    );
  });

  it('gives a stretch that begins with its first character and ends with its last', () => {
    fc.assert(
      fc.property(page, fc.nat(80), fc.nat(80), (source, a, b) => {
        const view = createView(source);
        const start = Math.min(a, b, view.text.length);
        const end = Math.min(Math.max(a, b), view.text.length);
        const place = view.toSource({ start, end });
        if (start === end) expect(place.end).toBe(place.start);
        else {
          expect(place.start).toBe(view.toSource({ start, end: start + 1 }).start);
          expect(place.end).toBe(view.toSource({ start: end - 1, end }).end);
        }
      }),
    );
  });

  it('reads a text that is clean as it is', () => {
    fc.assert(
      fc.property(page, (source) => {
        const { text } = createView(source);
        expect(createView(text.replace(/[一-鿿]+/g, '会')).text.length).toBeLessThanOrEqual(text.length);
      }),
    );
    const clean = '会议强调，要抓好“三个环节”。\n共458名干部参加，增长5.5%。';
    expect(createView(clean)).toMatchObject({ text: clean, isIdentity: true, script: 'hans' });
  });

  it('points into a traditional page with readings', () => {
    const source = '會(huì)議強(qiáng)調(diào)，要抓好三個(gè)環(huán)節(jié)。';
    const view = createView(source);
    expect(view.text).toBe('会议强调，要抓好三个环节。');
    expect(view.script).toBe('hant');
    const start = view.text.indexOf('三个');
    const place = view.toSource({ start, end: start + 4 });
    expect(source.slice(place.start, place.end)).toBe('三個(gè)環(huán)節(jié)');
    expect(view.label({ start, end: start + 4 })).toBe('三个环节');
  });

  it.each([
    ['三 个 环节', '三个环节'],
    ['三个\n环节', '三个环节'],
    ['三个　环节', '三个环节'],
    ['G20 summit', 'G20 summit'],
    ['二十国集团 G20 summit', '二十国集团G20 summit'],
    ['', ''],
  ])('label of %j', (text, label) => {
    const view = createView(`${text}`);
    expect(view.label({ start: 0, end: view.text.length })).toBe(label);
  });
});
