/** Fields of a node, side by side in one array: a step along a word stays within one stretch of memory. */
const CODE = 0;
const SIBLING = 1;
const CHILD = 2;
const VALUE = 3;
/** one bit for each child by its code: most characters that no word goes on with cost one look and no walk along the siblings */
const MASK = 4;
const SIZE = 5;

/** Every bit of a cell of `beginnings`. */
const ALL = 0xffff;

/** Its bit among those of `WordTrie.seconds`. */
export function bitOfSecond(code: number): number {
  return 1 << (code & 15);
}

/** Two code units as one key. */
function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

/**
 * A set of words for longest match at an offset: no regular expressions, no objects on the hot path. The first two characters of
 * a word are looked up together in a table, since hundreds of words share a first one; from there on sibling lists are short.
 * Built in a few milliseconds for some thousand words.
 */
export class WordTrie {
  /** by first character one bit for each second one by its code: one look in a small table tells nearly all places where no word begins */
  private readonly beginnings = new Uint16Array(65536);
  /** numbers of the words of one character */
  private readonly singles = new Map<number, number>();
  /** open addressing: the pair in every even cell, the node behind it in the next one */
  private readonly pairs: Int32Array;
  private readonly nodes: Int32Array;
  /** length of the word found by the last call of `longestAt` or `longestBefore` */
  matchLength = 0;

  /** Words are numbered by their place in the array; of two equal words the first keeps its number. */
  constructor(words: readonly string[]) {
    const nodes = new NodeWriter(words);
    const byPair = new Map<number, number>();
    for (let i = 0; i < words.length; i++) this.insert(nodes, byPair, words[i] as string, i);
    this.nodes = nodes.finish();
    this.pairs = tableOf(byPair);
  }

  private insert(nodes: NodeWriter, byPair: Map<number, number>, word: string, value: number): void {
    if (word === '') return;
    const first = word.charCodeAt(0);
    this.beginnings[first] =
      (this.beginnings[first] as number) | (word.length === 1 ? ALL : bitOfSecond(word.charCodeAt(1)));
    if (word.length === 1) {
      if (!this.singles.has(first)) this.singles.set(first, value);
      return;
    }
    const pair = pairOf(first, word.charCodeAt(1));
    let node = byPair.get(pair) ?? 0;
    if (node === 0) {
      node = nodes.add(word.charCodeAt(1));
      byPair.set(pair, node);
    }
    for (let i = 2; i < word.length; i++) node = nodes.childFor(node, word.charCodeAt(i));
    nodes.setValue(node, value);
  }

  /** The node behind the first two characters, 0 when no word begins with them. */
  private nodeOf(first: number, second: number): number {
    if (((this.beginnings[first] as number) & bitOfSecond(second)) === 0) return 0;
    const { pairs } = this;
    const pair = pairOf(first, second);
    let cell = cellOf(first, second, pairs.length);
    while (pairs[cell + 1] !== 0) {
      if (pairs[cell] === pair) return pairs[cell + 1] as number;
      cell = (cell + 2) & (pairs.length - 1);
    }
    return 0;
  }

  private childOf(node: number, code: number): number {
    const { nodes } = this;
    if (((nodes[node + MASK] as number) & (1 << code)) === 0) return 0;
    let child = nodes[node + CHILD] as number;
    while (child !== 0 && nodes[child + CODE] !== code) child = nodes[child + SIBLING] as number;
    return child;
  }

  /** By code unit the sixteen bits of the second characters, by `bitOfSecond`, that words beginning with it have; all for a word of one. */
  get seconds(): Readonly<Uint16Array> {
    return this.beginnings;
  }

  /** First place from `offset` on where the first two characters may begin some word; `limit` when there is none before it. */
  nextStart(text: string, offset: number, limit = text.length): number {
    const { beginnings } = this;
    const length = Math.min(limit, text.length);
    if (offset >= length) return length;
    let code = text.charCodeAt(offset);
    for (let at = offset; at < length; at++) {
      // behind the last character stands none: its bit is that of no second character, and words of one have all bits
      const next = at + 1 < length ? text.charCodeAt(at + 1) : 0;
      if (((beginnings[code] as number) & bitOfSecond(next)) !== 0) return at;
      code = next;
    }
    return length;
  }

  /** Number of the longest word that begins at `offset` and ends by `limit`, -1 when there is none; `matchLength` is its length. */
  longestAt(text: string, offset: number, limit = text.length): number {
    const last = Math.min(limit, text.length);
    if (offset >= last) return -1;
    const first = text.charCodeAt(offset);
    let found = this.single(first);
    let at = offset + 1;
    let node = at < last ? this.nodeOf(first, text.charCodeAt(at)) : 0;
    while (node !== 0) {
      at++;
      const value = this.nodes[node + VALUE] as number;
      if (value !== -1) {
        found = value;
        this.matchLength = at - offset;
      }
      if (at >= last) break;
      node = this.childOf(node, text.charCodeAt(at));
    }
    return found;
  }

  /** Number of the word of one character; only where one begins are all bits set. */
  private single(code: number): number {
    if (this.beginnings[code] !== ALL) return -1;
    const found = this.singles.get(code);
    if (found === undefined) return -1;
    this.matchLength = 1;
    return found;
  }

  /**
   * In a trie of words spelt from back to front: number of the longest word that ends at `end` and begins at `start` or later,
   * -1 when there is none.
   */
  longestBefore(text: string, end: number, start = 0): number {
    if (end <= start) return -1;
    const first = text.charCodeAt(end - 1);
    let found = this.single(first);
    let at = end - 1;
    let node = at > start ? this.nodeOf(first, text.charCodeAt(at - 1)) : 0;
    while (node !== 0) {
      at--;
      const value = this.nodes[node + VALUE] as number;
      if (value !== -1) {
        found = value;
        this.matchLength = end - at;
      }
      if (at <= start) break;
      node = this.childOf(node, text.charCodeAt(at - 1));
    }
    return found;
  }

  has(word: string): boolean {
    return this.longestAt(word, 0) !== -1 && this.matchLength === word.length;
  }
}

/** The cell at which the search for a pair begins, in a table of `length` cells, a power of two. */
function cellOf(first: number, second: number, length: number): number {
  return ((Math.imul(first, 0x9e3b) + second) << 1) & (length - 1);
}

/** A table at most half full. */
function tableOf(byPair: ReadonlyMap<number, number>): Int32Array {
  let length = 8;
  while (length < 4 * byPair.size) length *= 2;
  const table = new Int32Array(length);
  for (const [pair, node] of byPair) {
    let cell = cellOf(pair >>> 16, pair & 0xffff, length);
    while (table[cell + 1] !== 0) cell = (cell + 2) & (length - 1);
    table[cell] = pair;
    table[cell + 1] = node;
  }
  return table;
}

/** Makes the nodes in one piece of memory, which no word list can outgrow: a node for each character at most. */
class NodeWriter {
  private readonly cells: Int32Array;
  /** the first node is none: 0 stands for it */
  private used = SIZE;

  constructor(words: readonly string[]) {
    let characters = 1;
    for (const word of words) characters += word.length;
    this.cells = new Int32Array(characters * SIZE);
  }

  add(code: number): number {
    const node = this.used;
    this.cells[node + CODE] = code;
    this.cells[node + VALUE] = -1;
    this.used += SIZE;
    return node;
  }

  childFor(node: number, code: number): number {
    const { cells } = this;
    for (let child = cells[node + CHILD] as number; child !== 0; child = cells[child + SIBLING] as number)
      if (cells[child + CODE] === code) return child;
    const child = this.add(code);
    cells[child + SIBLING] = cells[node + CHILD] as number;
    cells[node + CHILD] = child;
    cells[node + MASK] = (cells[node + MASK] as number) | (1 << code);
    return child;
  }

  /** Of equal words the first keeps its number. */
  setValue(node: number, value: number): void {
    if (this.cells[node + VALUE] === -1) this.cells[node + VALUE] = value;
  }

  finish(): Int32Array {
    return this.cells.slice(0, this.used);
  }
}
