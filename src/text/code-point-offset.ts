/**
 * Turns an offset of a report, which counts UTF-16 code units, into one that counts code points, as Python and most databases do.
 * The two differ behind a character outside the basic plane (𠮷). Takes time in proportion to `offset`.
 * @param text the text that the offset points into: `report.text`
 */
export function toCodePointOffset(text: string, offset: number): number {
  let pairs = 0;
  for (let i = 1; i < offset; i++) {
    const isPair = (text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
    if (isPair) pairs++;
  }
  return offset - pairs;
}
