import type { SourceDocument } from '../../document/source-document.js';
import { type ExplainedProposal, type ExplainedSlogan, type ExtractorOptions, explain } from '../../index.js';
import { readDocument } from '../../readers/read-document.js';
import type { FlagValues } from '../command.js';
import { ExitCode } from '../exit-code.js';
import { tell } from '../messages.js';
import { readLexicon } from '../read-lexicon.js';
import { openOutput, readStandardInput } from '../streams.js';

/** `tifa explain`: fails where the document has nothing of the label, so that a script can tell. */
export async function runExplain(path: string, flags: FlagValues): Promise<ExitCode> {
  const document = await readOne(path);
  const options: ExtractorOptions = {};
  if (flags.lexicon !== undefined) options.lexicon = await readLexicon(String(flags.lexicon));
  const label = typeof flags.label === 'string' ? flags.label : '';
  const slogans = explain(document, options).filter((slogan) => slogan.label.includes(label));
  if (slogans.length === 0)
    tell(`tifa: nothing in ${path} looks like ${label === '' ? 'a numbered formulation' : label}.`);
  const output = await openOutput(null);
  await output.write(
    flags.format === 'json'
      ? `${JSON.stringify(slogans, null, 2)}\n`
      : slogans.map((slogan) => drawSlogan(document.text, slogan)).join('\n'),
  );
  return slogans.length === 0 ? ExitCode.failed : ExitCode.fine;
}

async function readOne(path: string): Promise<SourceDocument> {
  return path === '-' ? readDocument(await readStandardInput(), { name: 'standard input' }) : readDocument(path);
}

function drawSlogan(text: string, slogan: ExplainedSlogan): string {
  const head = `${slogan.label}  line ${lineOf(text, slogan.start)}, offset ${slogan.start}  ${slogan.isSlogan ? 'slogan' : 'no slogan'}`;
  const lines = [head, `  ${slogan.because}`, `  ${slogan.verdict}`, ...slogan.proposals.map(drawProposal)];
  return `${lines.join('\n')}\n`;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function drawProposal({ how, items, cost, limit, reasons, isChosen }: ExplainedProposal): string {
  const labels = items.map((item) => item.label).join(' | ');
  return `  ${isChosen ? '*' : ' '} ${how.padEnd(11)} ${cost.toFixed(2).padStart(6)} of ${limit.toFixed(2)}  ${labels}\n      ${reasons.join('; ')}`;
}
