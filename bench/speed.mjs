import { createExtractor, isTifaError } from '../dist/index.js';
import { loadSegmenter } from '../dist/segmenters.js';
import { lengthOf, median, timeOf } from './texts.mjs';

const ROUNDS = 9;
/** Characters that one measurement reads at least: a few texts are read again and again. */
const READ_AT_ONCE = 300_000;
/** The engine's own code settles only after this many characters. */
const WARM_UP = 1_500_000;

/** nodejieba with the dictionary that it ships, as anybody would call it; null where it has no binary. */
async function loadNodejieba() {
  try {
    const { default: nodejieba } = await import('nodejieba');
    nodejieba.load();
    return nodejieba;
  } catch {
    return null;
  }
}

function openSegmenter(engine) {
  try {
    return loadSegmenter({ engine });
  } catch (error) {
    if (isTifaError(error)) return null;
    throw error;
  }
}

/** What is measured: a name and what is done with one text. */
async function contestants() {
  const extractor = createExtractor();
  const all = [['extract', (text) => extractor.extract(text)]];
  all.push(['extract, JSON', (text) => JSON.stringify(extractor.extract(text))]);
  const segmenter = openSegmenter('node-rs');
  if (segmenter !== null) {
    const withTokens = createExtractor({ segmenter });
    all.push(['extract, tokens (node-rs)', (text) => withTokens.extract(text)]);
  }
  const nodejieba = await loadNodejieba();
  if (nodejieba !== null) {
    all.push(['nodejieba cut', (text) => nodejieba.cut(text)]);
    all.push(['nodejieba tag', (text) => nodejieba.tag(text)]);
  }
  return all;
}

/** Characters per second of extraction beside segmentation alone: same texts, same process, by turns. */
export async function measureSpeed(texts) {
  const characters = lengthOf(texts);
  const runs = await contestants();
  const times = new Map(runs.map(([name]) => [name, []]));
  const warmUps = Math.max(1, Math.ceil(WARM_UP / characters));
  for (const [, run] of runs) for (let i = 0; i < warmUps; i++) texts.forEach(run);
  const repeats = Math.ceil(READ_AT_ONCE / characters);
  const readAll = (run) => () => {
    for (let i = 0; i < repeats; i++) texts.forEach(run);
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of runs) times.get(name).push(timeOf(readAll(run)));
  }
  const rates = [...times].map(([name, all]) => ({ name, nanoseconds: (median(all) * 1e6) / characters / repeats }));
  const cut = rates.find(({ name }) => name === 'nodejieba cut')?.nanoseconds ?? null;
  return { characters, rates: rates.map((rate) => ({ ...rate, ratio: cut === null ? null : cut / rate.nanoseconds })) };
}
