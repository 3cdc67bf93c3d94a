import frequent from '../../corpus/frequent-characters.json';

/** The encodings that Chinese text comes in, by their WHATWG names. */
export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

export interface EncodingScore {
  encoding: Encoding;
  /** −4 to 1: mean weight of a character beyond ASCII; 1 when every one is frequent Chinese */
  value: number;
}

const CANDIDATES: readonly Encoding[] = ['gb18030', 'big5', 'utf-8', 'utf-16le', 'utf-16be'];
/** Enough for any margin, and cheap. */
const SAMPLE = 16384;

let weights: Float32Array | null = null;

/** Weight of each UTF-16 code unit: frequent Chinese and its marks 1, other Han 0.1, private use, controls and replacement −4. */
function characterWeights(): Float32Array {
  if (weights !== null) return weights;
  const table = new Float32Array(65536).fill(-0.5);
  table.fill(0.1, 0x4e00, 0xa000);
  table.fill(-4, 0xe000, 0xf900);
  table.fill(-4, 0, 0x20);
  table.fill(0, 0x20, 0x7f);
  table[0xfffd] = -4;
  for (const blank of '\t\n\r\u3000\u00a0') table[blank.charCodeAt(0)] = 0;
  for (const mark of '，。、；：？！“”‘’（）《》—…·％０１２３４５６７８９') table[mark.charCodeAt(0)] = 1;
  for (const character of frequent.simplified + frequent.traditional) table[character.charCodeAt(0)] = 1;
  weights = table;
  return table;
}

/** True for a character that is frequent in Chinese text, traditional or simplified, and for its marks. */
export function isFrequent(character: string): boolean {
  return characterWeights()[character.charCodeAt(0)] === 1;
}

/** Any two bytes are a character of UTF-16, and a third of those are Han: below this bytes are something else. */
const LEAST_OF_WIDE = 0.4;
const NO_TEXT = -4;

/** Every candidate with its score, best first; ties keep the order gb18030, big5, utf-8, utf-16. */
export function scoreEncodings(bytes: Uint8Array): EncodingScore[] {
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE));
  const isEven = sample.length % 2 === 0 || sample.length < bytes.length;
  return CANDIDATES.map((encoding) => ({ encoding, value: scoreCandidate(sample, encoding, isEven) })).sort(
    (a, b) => b.value - a.value,
  );
}

function scoreCandidate(sample: Uint8Array, encoding: Encoding, isEven: boolean): number {
  const value = scoreAs(sample, encoding);
  if (!encoding.startsWith('utf-16')) return value;
  return value < LEAST_OF_WIDE ? NO_TEXT : value - (isEven ? 0 : 0.5);
}

function scoreAs(sample: Uint8Array, encoding: Encoding): number {
  // `stream` keeps back a character that the sample cuts in two
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  const table = characterWeights();
  let sum = 0;
  let counted = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const weight = table[code] as number;
    if (code >= 0x7f || weight < 0) counted++;
    sum += weight;
  }
  return counted === 0 ? 0 : sum / counted;
}
