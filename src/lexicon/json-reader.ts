/** A mistake in JSON text: the line, counted from 1, and what was expected there. */
export interface JsonMistake {
  line: number;
  expected: string;
}

const TOKEN = /[ \t\r\n]*([{}[\],:]|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const MAX_DEPTH = 20;

/** Reads JSON text and remembers the line on which each value stands, which `JSON.parse` does not tell. */
export class JsonReader {
  private offset = 0;
  private line = 1;
  private token = '';
  private readonly lines = new Map<object, Map<string | number, number>>();

  constructor(private readonly text: string) {}

  /** @throws JsonMistake */
  read(): unknown {
    this.advance('a value');
    const value = this.readValue(0);
    if (this.text.slice(this.offset).trim() !== '') throw this.mistake('nothing more');
    return value;
  }

  /** Line of a member of an object or array that `read` returned. */
  lineOf(container: object, key: string | number): number | null {
    return this.lines.get(container)?.get(key) ?? null;
  }

  private readValue(depth: number): unknown {
    if (depth > MAX_DEPTH) throw this.mistake(`no more than ${MAX_DEPTH} levels`);
    if (this.token === '{') return this.readObject(depth);
    if (this.token === '[') return this.readArray(depth);
    if (/^[\]},:]$/.test(this.token)) throw this.mistake('a value');
    return this.decode();
  }

  private readArray(depth: number): unknown[] {
    const array: unknown[] = [];
    const lines = this.remember(array);
    this.advance('a value or "]"');
    while (this.token !== ']') {
      lines.set(array.length, this.line);
      array.push(this.readValue(depth + 1));
      this.readSeparator(']');
    }
    return array;
  }

  private readObject(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = Object.create(null);
    const lines = this.remember(object);
    this.advance('a field name or "}"');
    while (this.token !== '}') {
      const name = this.readName();
      lines.set(name, this.line);
      object[name] = this.readValue(depth + 1);
      this.readSeparator('}');
    }
    return object;
  }

  /** A field name with its colon; afterwards the reader stands on the value. */
  private readName(): string {
    if (!this.token.startsWith('"')) throw this.mistake('a field name in quotation marks');
    const name = this.decode() as string;
    this.advance('":"');
    if (this.token !== ':') throw this.mistake(`":" after the field name "${name}"`);
    this.advance('a value');
    return name;
  }

  /** A comma before the next value, or the closing bracket, on which the reader stays. */
  private readSeparator(closing: string): void {
    const expected = `"," or "${closing}"`;
    this.advance(expected);
    if (this.token === closing) return;
    if (this.token !== ',') throw this.mistake(expected);
    this.advance('a value');
    if (this.token === closing) throw this.mistake(`no "," before "${closing}"`);
  }

  private advance(expected: string): void {
    TOKEN.lastIndex = this.offset;
    const match = TOKEN.exec(this.text);
    const end = match === null ? this.offset + this.blanksAhead() : TOKEN.lastIndex;
    for (let i = this.offset; i < end; i++) if (this.text[i] === '\n') this.line++;
    this.offset = end;
    if (match === null) throw this.mistake(expected);
    this.token = match[1] as string;
  }

  private blanksAhead(): number {
    let end = this.offset;
    while (end < this.text.length && ' \t\r\n'.includes(this.text.charAt(end))) end++;
    return end - this.offset;
  }

  private decode(): unknown {
    try {
      return JSON.parse(this.token);
    } catch {
      throw this.mistake('a text without bad escapes');
    }
  }

  private remember(container: object): Map<string | number, number> {
    const lines = new Map<string | number, number>();
    this.lines.set(container, lines);
    return lines;
  }

  private mistake(expected: string): JsonMistake {
    return { line: this.line, expected };
  }
}
