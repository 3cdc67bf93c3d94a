import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TifaError } from '../errors.js';
import type { Segmenter } from '../language/segmenter.js';
import { type DictionaryWord, mergeDictionary } from './dictionary.js';
import { readBaseDictionary } from './node-rs.js';

const load = createRequire(import.meta.url);

/** The engine as CommonJS exports it. */
type Engine = typeof import('nodejieba');

const NEVER = '-3.14e+100';
const ALWAYS = '0';
const SINGLE = `${NEVER} ${NEVER} ${NEVER} ${ALWAYS}`;

/**
 * `tag` always asks the hidden Markov model about characters outside the dictionary, and there is no switch. This model
 * holds every character for a word by itself, which is what the other engine does with the model switched off:
 * one line of start probabilities, four of transitions (B, E, M, S), four of emissions.
 */
const NEUTRAL_MODEL = `${[...Array(5).fill(SINGLE), ...Array(4).fill(`一:${NEVER}`)].join('\n')}\n`;

/** Lists for keyword extraction, which is never asked for; the engine aborts on an empty stop list. */
const SMALL_FILES = { hmmDict: NEUTRAL_MODEL, userDict: '', idfDict: '一 1\n', stopWordDict: '的\n' };

/** The engine takes paths only, and reads them once: the files are gone when it has been loaded. */
function loadEngine(engine: Engine, dictionary: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-'));
  try {
    const files: Record<string, string> = {};
    for (const [name, content] of Object.entries({ ...SMALL_FILES, dict: dictionary })) {
      files[name] = join(folder, name);
      writeFileSync(files[name], content);
    }
    engine.load(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Hash of the dictionary that an engine holds. The engine has one dictionary for the whole process; this only remembers which. */
const loaded = new WeakMap<Engine, string>();

function requireSameDictionary(engine: Engine, hash: string): void {
  const held = loaded.get(engine);
  if (held === undefined || held === hash) return;
  throw new TifaError(
    'segmenter-missing',
    'nodejieba already holds another set of words, and it has one dictionary for the whole process.',
    'Ask for the engine "node-rs", which can hold several.',
  );
}

/** `nodejieba`: compiled on installation, one dictionary for the process. Loads in about 0.8 s. */
export function loadNodejieba(words: readonly DictionaryWord[]): Segmenter {
  const engine = load('nodejieba') as Engine;
  const dictionary = mergeDictionary(readBaseDictionary(), words);
  const hash = createHash('sha256').update(dictionary).digest('hex');
  requireSameDictionary(engine, hash);
  if (!loaded.has(engine)) loadEngine(engine, dictionary);
  loaded.set(engine, hash);
  return {
    name: 'nodejieba',
    version: (load('nodejieba/package.json') as { version: string }).version,
    tag: (text) => engine.tag(text).map((word) => ({ text: word.word, tag: word.tag })),
  };
}
