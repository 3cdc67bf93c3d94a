import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCodePointOffset } from '../../src/text/code-point-offset.js';

it('counts a character outside the basic plane once', () => {
  const text = '𠮷祥街道“四个意识”';
  expect(toCodePointOffset(text, text.indexOf('四'))).toBe(5);
  expect(toCodePointOffset(text, 0)).toBe(0);
});

it('agrees with cutting the text into code points', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('𠮷', '四', 'a', '\ud842', '\udfb7')), (parts) => {
      const text = parts.join('');
      return toCodePointOffset(text, text.length) === [...text].length;
    }),
  );
});
