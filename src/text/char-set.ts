/** Sets that share a table have a bit of their own in every cell of it. */
const SETS_IN_A_TABLE = 32;

let table = new Int32Array(0);
let sets = SETS_IN_A_TABLE;

/**
 * A few characters that a matcher asks for by their code: 前 or 头, the marks of a date. A look-up in a table costs a tenth of
 * `'前头'.includes(text.charAt(i))`, which makes a string of the character first. A set gets its place in a table at the first
 * question.
 */
export class CharSet {
  private table: Int32Array | null = null;
  private bit = 0;

  constructor(private readonly characters: string) {}

  /** True for the UTF-16 code unit of one of the characters; NaN, outside the text, is none. */
  has(code: number): boolean {
    const cell = (this.table ?? this.build())[code | 0] as number;
    return (cell & this.bit) !== 0;
  }

  private build(): Int32Array {
    if (sets === SETS_IN_A_TABLE) {
      table = new Int32Array(65536);
      sets = 0;
    }
    this.bit = 1 << sets++;
    for (const character of this.characters) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] as number) | this.bit;
    }
    this.table = table;
    return table;
  }
}
