/** Writes every character beyond ASCII as `\\uXXXX`; the few thousand characters of a text are spelled out once. */
export class AsciiEscapes {
  private readonly known: (string | undefined)[] = [];

  /** @param json JSON, in which such characters can only stand inside strings */
  apply(json: string): string {
    return json.replace(/[^\0-\x7f]+/g, (run) => this.escapeRun(run));
  }

  private escapeRun(run: string): string {
    let escaped = '';
    for (let at = 0; at < run.length; at++) escaped += this.escapeUnit(run.charCodeAt(at));
    return escaped;
  }

  private escapeUnit(unit: number): string {
    const known = this.known[unit];
    if (known !== undefined) return known;
    const made = `\\u${unit.toString(16).padStart(4, '0')}`;
    this.known[unit] = made;
    return made;
  }
}
