import { describe, expect, it } from 'vitest';
import { Fold, foldClasses, foldedCode } from '../../src/text/fold.js';

function folded(source: string, offset = 0): string {
  const before = offset > 0 ? source.charCodeAt(offset - 1) : 0;
  return String.fromCharCode(foldedCode(source, offset, { doubleIsOpen: false, singleIsOpen: false }, before));
}

describe('foldClasses', () => {
  it('asks nothing of Han text and canonical marks', () => {
    for (const mark of '会议一二三，。；：“”（A1') {
      if (mark !== '（') expect([mark, foldClasses()[mark.charCodeAt(0)]]).toEqual([mark, Fold.none]);
    }
  });

  it('knows what has to be looked at', () => {
    const classes = foldClasses();
    expect(classes[0x200b]).toBe(Fold.drop);
    expect(classes[0x0d]).toBe(Fold.lineEnd);
    expect(classes[0x3000]).toBe(Fold.blank);
    expect(classes['('.charCodeAt(0)]).toBe(Fold.bracket);
    expect(classes['５'.charCodeAt(0)]).toBe(Fold.form);
  });
});

describe('foldedCode', () => {
  it.each([
    ['５', '5'],
    ['Ｇ', 'G'],
    ['％', '%'],
    ['「', '“'],
    ['﹐', '，'],
    ['⼈', '人'],
    ['⻢', '马'],
  ])('%s', (source, form) => {
    expect(folded(source)).toBe(form);
  });

  it.each([
    ['会,议', 1, '，'],
    ['1,379', 1, ','],
    ['1,37', 1, '，'],
    ['9,1379', 1, '，'],
    ['13:10', 2, ':'],
    ['a, b', 1, ','],
    ['会: b', 1, '：'],
    ["it's", 2, "'"],
  ])('%s at %i', (source, offset, form) => {
    expect(folded(source, offset)).toBe(form);
  });
});
