import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../src/document/document.js';
import { readViewAsDocument } from '../src/document/read-document.js';
import { recognise } from '../src/extractor/pipeline.js';
import { readSettings } from '../src/extractor/settings.js';
import type { NumeralRole } from '../src/language/numerals.js';
import { Claims } from '../src/recognisers/claims.js';
import { LIMITS } from '../src/recognisers/slogan/choose.js';
import { COSTS } from '../src/recognisers/slogan/costs.js';
import { readSlogans } from '../src/recognisers/slogan/index.js';
import { createView } from '../src/text/view.js';

/**
 * Fits the weights of the list finder by coordinate search and prints, side by side, the lists' F1 on the documents that were fitted on
 * and on documents left out one at a time. Nothing is written: weights are adopted by hand, and only where both columns rise.
 * `npm run fit` or `npm run fit -- --steps 0.1,0.2 --rounds 2`
 */

type Weights = Record<string, number>;
interface Example {
  name: string;
  document: Document;
  /** what other readers take numerals for, before slogans are read */
  roles: readonly (NumeralRole | null)[];
  anchor: string | null;
  /** `label = item|item` for every list marked by hand, in text order */
  wanted: string[];
  /** labels whose finding is neither asked nor wrong */
  optional: ReadonlySet<string>;
}
interface Tally {
  right: number;
  missed: number;
  extra: number;
}
interface GoldSlogan {
  label: string;
  items: string[] | null;
  optional?: boolean;
}

const tables: readonly Weights[] = [COSTS as unknown as Weights, LIMITS as unknown as Weights];
const settings = readSettings();

function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return (at === -1 ? undefined : process.argv[at + 1]) ?? otherwise;
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”"'‘’《》「」『』]/g, '');
}

function readExample(name: string, textFile: string, goldFile: string): Example | null {
  const text = readFileSync(textFile, 'utf8');
  if (/<p[ >]/.test(text)) return null;
  const { slogans } = JSON.parse(readFileSync(goldFile, 'utf8')) as { slogans: GoldSlogan[] };
  const asked = slogans.filter((slogan) => slogan.items !== null && slogan.optional !== true);
  const document = readViewAsDocument(createView(text), settings.terms);
  const { anchor } = recognise(document, settings);
  const roles = document.numerals.map(({ role }) =>
    role === 'slogan' || role === 'statistic' || role === 'unknown' ? null : role,
  );
  return {
    name,
    document,
    roles,
    anchor,
    wanted: asked.map(({ label, items }) => `${fold(label)} = ${(items ?? []).map(fold).join('|')}`),
    optional: new Set(slogans.filter((slogan) => slogan.optional).map(({ label }) => fold(label))),
  };
}

/** Our own fixtures, and the development documents beside the project where they are. */
function readExamples(): Example[] {
  const own = 'fixtures/documents';
  const examples = readdirSync(own).map((slug) =>
    readExample(slug, join(own, slug, 'source.txt'), join(own, slug, 'gold.json')),
  );
  for (const [texts, gold] of [
    ['seeds', 'seeds'],
    ['.', 'docs'],
    ['snippets', 'snippets'],
  ] as const) {
    const folder = join('../shared/gold', gold);
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const text = join('../shared/docs', texts, file.replace('.json', '.txt'));
      if (existsSync(text)) examples.push(readExample(file, text, join(folder, file)));
    }
  }
  return examples.filter((example): example is Example => example !== null);
}

function tallyOf({ document, roles, anchor, wanted, optional }: Example): Tally {
  document.numerals.forEach((numeral, i) => {
    numeral.role = roles[i] ?? null;
  });
  const left = [...wanted];
  const tally = { right: 0, missed: 0, extra: 0 };
  for (const slogan of readSlogans(document, new Claims(document.numerals), settings.lexicon, anchor)) {
    if (slogan.list === null || slogan.list.how === 'document' || slogan.list.how === 'lexicon') continue;
    const label = fold(document.view.label(slogan));
    const at = left.indexOf(`${label} = ${slogan.list.items.map((item) => fold(document.view.label(item))).join('|')}`);
    if (at >= 0) tally.right += left.splice(at, 1).length;
    else if (!optional.has(label)) tally.extra++;
  }
  return { ...tally, missed: left.length };
}

/** Tallies of every example under some weights; the same weights are asked for many times. */
class Evaluator {
  private readonly known = new Map<string, Tally[]>();
  readonly names: readonly string[] = tables.flatMap((table) => Object.keys(table));

  constructor(private readonly examples: readonly Example[]) {}

  evaluate(weights: Weights): Tally[] {
    const key = JSON.stringify(weights);
    let tallies = this.known.get(key);
    if (tallies === undefined) {
      for (const table of tables) for (const name of Object.keys(table)) table[name] = weights[name] as number;
      tallies = this.examples.map(tallyOf);
      this.known.set(key, tallies);
    }
    return tallies;
  }
}

function f1(tallies: readonly Tally[]): number {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  return (2 * sum('right')) / Math.max(1, 2 * sum('right') + sum('missed') + sum('extra'));
}

/** One weight at a time, in the order of the table; a step stays where it betters the figure. */
function search(
  evaluator: Evaluator,
  from: Weights,
  steps: readonly number[],
  rounds: number,
  without: number,
): Weights {
  const scoreOf = (weights: Weights): number => f1(evaluator.evaluate(weights).filter((_, i) => i !== without));
  let best = from;
  let score = scoreOf(from);
  for (let round = 0; round < rounds; round++) {
    const before = score;
    for (const name of evaluator.names) {
      for (const step of steps.flatMap((size) => [size, -size])) {
        const tried = { ...best, [name]: Number(((best[name] as number) + step).toFixed(3)) };
        const reached = scoreOf(tried);
        if (reached <= score) continue;
        best = tried;
        score = reached;
      }
    }
    if (score === before) break;
  }
  return best;
}

function run(): void {
  const examples = readExamples();
  const evaluator = new Evaluator(examples);
  const steps = option('steps', '0.15').split(',').map(Number);
  const rounds = Number(option('rounds', '2'));
  const start: Weights = Object.assign({}, ...tables);
  const fitted = search(evaluator, start, steps, rounds, -1);
  const withLists = examples.flatMap((example, i) => (example.wanted.length > 0 ? [i] : []));
  const leftOut = examples.map((_, i) => {
    const weights = withLists.includes(i) ? search(evaluator, start, steps, rounds, i) : fitted;
    return evaluator.evaluate(weights)[i] as Tally;
  });
  console.log(`documents ${examples.length}, with lists ${withLists.length}, weights ${evaluator.names.length}`);
  console.log(
    `lists F1   as it is ${f1(evaluator.evaluate(start)).toFixed(4)}   fitted ${f1(evaluator.evaluate(fitted)).toFixed(4)}   left out ${f1(leftOut).toFixed(4)}`,
  );
  for (const name of evaluator.names)
    if (fitted[name] !== start[name]) console.log(`  ${name}: ${start[name]} -> ${fitted[name]}`);
}

run();
