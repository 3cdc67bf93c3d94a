/** What the characters of a line allow it to be: one look at each answers for a dozen patterns that most lines need not be tried for. */
export const Trait = {
  colon: 1,
  digit: 2,
  /** 年, as a date has it */
  year: 4,
  blank: 8,
  /** what parts the words of a row of buttons and the steps of a trail, and what a browser sets between title and site */
  parting: 16,
  /** marks of a sentence, which no byline has */
  sentence: 32,
  /** last characters of the roles that name who wrote: 记者, 通讯员, 供稿 */
  writer: 64,
  /** last characters of what captions end with: 王明远摄, 资料图 */
  caption: 128,
} as const;

/** Of a line that was not looked at: it may have all. */
export const ANY_TRAIT = 255;

const CHARACTERS: readonly (readonly [string, number])[] = [
  ['：:', Trait.colon],
  ['0123456789', Trait.digit],
  ['年', Trait.year],
  [' \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', Trait.blank],
  ['\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a', Trait.blank],
  ['|｜丨_>»›＞→-', Trait.parting],
  ['。；！？“”：', Trait.sentence],
  ['者员生稿', Trait.writer],
  ['摄图源', Trait.caption],
];

let table: Uint8Array | null = null;

function traitTable(): Uint8Array {
  if (table !== null) return table;
  table = new Uint8Array(65536);
  for (const [characters, trait] of CHARACTERS)
    for (const character of characters) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] as number) | trait;
    }
  return table;
}

/** The traits of a text's characters together. */
export function traitsOf(text: string, start = 0, end = text.length): number {
  const traits = traitTable();
  let found = 0;
  for (let i = start; i < end; i++) found |= traits[text.charCodeAt(i)] as number;
  return found;
}
