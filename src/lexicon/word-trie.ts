/**
 * A set of words for longest match at an offset: flat sibling lists, no regular expressions, no objects on the hot path.
 * Built in a few milliseconds for some thousand words.
 */
export class WordTrie {
  private readonly roots = new Int32Array(65536);
  private codes: number[] = [0];
  private siblings: number[] = [0];
  private children: number[] = [0];
  private values: number[] = [-1];
  /** length of the word found by the last call of `longestAt` */
  matchLength = 0;

  /** Words are numbered by their place in the array; of two equal words the first keeps its number. */
  constructor(words: readonly string[]) {
    words.forEach((word, i) => {
      this.insert(word, i);
    });
  }

  private insert(word: string, value: number): void {
    if (word === '') return;
    const first = word.charCodeAt(0);
    let node = this.roots[first] as number;
    if (node === 0) {
      node = this.newNode(first);
      this.roots[first] = node;
    }
    for (let i = 1; i < word.length; i++) node = this.childFor(node, word.charCodeAt(i));
    if (this.values[node] === -1) this.values[node] = value;
  }

  private newNode(code: number): number {
    this.codes.push(code);
    this.siblings.push(0);
    this.children.push(0);
    this.values.push(-1);
    return this.codes.length - 1;
  }

  private childFor(node: number, code: number): number {
    let child = this.children[node] as number;
    while (child !== 0) {
      if (this.codes[child] === code) return child;
      child = this.siblings[child] as number;
    }
    child = this.newNode(code);
    this.siblings[child] = this.children[node] as number;
    this.children[node] = child;
    return child;
  }

  /** Number of the longest word that begins at `offset` and ends by `limit`, -1 when there is none; `matchLength` is its length. */
  longestAt(text: string, offset: number, limit = text.length): number {
    const last = Math.min(limit, text.length);
    if (offset >= last) return -1;
    let node = this.roots[text.charCodeAt(offset)] as number;
    let found = -1;
    let at = offset;
    while (node !== 0 && at < last) {
      at++;
      const value = this.values[node] as number;
      if (value !== -1) {
        found = value;
        this.matchLength = at - offset;
      }
      if (at >= last) break;
      const code = text.charCodeAt(at);
      let child = this.children[node] as number;
      while (child !== 0 && this.codes[child] !== code) child = this.siblings[child] as number;
      node = child;
    }
    return found;
  }

  has(word: string): boolean {
    return this.longestAt(word, 0) !== -1 && this.matchLength === word.length;
  }
}
