import { type FormulationEntry, type Lexicon, loadLexicon } from '../../lexicon/lexicon.js';
import { toJsonLine } from '../../sinks/index.js';
import type { FlagValues } from '../command.js';
import { ExitCode } from '../exit-code.js';
import { tell } from '../messages.js';
import { openOutput } from '../streams.js';

const MOST_ENTRIES = 20;

/** `tifa lexicon`: the entry of that name, else entries that hold the words, else the names most like them. */
export async function runLexicon(query: string, flags: FlagValues): Promise<ExitCode> {
  const lexicon = loadLexicon();
  const entries = findEntries(lexicon, query, typeof flags.date === 'string' ? flags.date : null);
  const output = await openOutput(null);
  if (entries.length === 0) {
    tell(await explainMiss(lexicon, query));
    return ExitCode.failed;
  }
  const draw = flags.format === 'json' ? toJsonLine : drawEntry;
  await output.write(entries.slice(0, MOST_ENTRIES).map(draw).join(''));
  if (entries.length > MOST_ENTRIES)
    tell(`tifa: ${entries.length - MOST_ENTRIES} more entries hold ${query}; ask for a longer one.`);
  return ExitCode.fine;
}

function findEntries(lexicon: Lexicon, query: string, date: string | null): readonly FormulationEntry[] {
  const entry = lexicon.lookup(query, { date });
  return entry === null ? lexicon.search(query) : [entry];
}

async function explainMiss(lexicon: Lexicon, query: string): Promise<string> {
  const { nearest } = await import('../../lookup/nearest.js');
  const labels = (await nearest(query, 3, lexicon)).map((entry) => entry.key);
  const hint = labels.length === 0 ? 'Its labels hold a numeral, such as 四个意识.' : `Nearest: ${labels.join('、')}.`;
  return `tifa: the lexicon has no ${query}. ${hint}`;
}

function drawEntry(entry: FormulationEntry): string {
  const period = entry.from === null && entry.until === null ? null : `${entry.from ?? ''} – ${entry.until ?? ''}`;
  const facts: (readonly [name: string, value: string | null])[] = [
    ['members', entry.members === null ? null : entry.members.join('、')],
    ['also', entry.variants.length === 0 ? null : entry.variants.join('、')],
    ['first used', entry.firstUsed],
    ['source', entry.source],
    ['in force', period],
  ];
  const lines = facts.filter(([, value]) => value !== null).map(([name, value]) => `  ${name.padEnd(10)}  ${value}`);
  return `${[entry.key, ...lines].join('\n')}\n`;
}
