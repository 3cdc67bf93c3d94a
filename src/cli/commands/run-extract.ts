import { extname } from 'node:path';
import { TifaError } from '../../errors.js';
import { createExtractor, type Extractor, type ExtractorOptions, type Report } from '../../index.js';
import type { Segmenter } from '../../segmenters/index.js';
import { countOf, jsonlSink, jsonSink, type TextSink, tableSink } from '../../sinks/index.js';
import { readBatchConfig } from '../batch-config.js';
import type { FlagValues } from '../command.js';
import { readInput } from '../documents.js';
import { ExitCode } from '../exit-code.js';
import { expandInputs, isSingleDocument } from '../inputs.js';
import { explainError, tell } from '../messages.js';
import { type Output, openOutput } from '../streams.js';

interface Counts {
  documents: number;
  failures: number;
  slogans: number;
  dates: number;
  statistics: number;
}

/** `tifa extract`: every document that can be read is read, whatever happens to the others. */
export async function runExtract(paths: readonly string[], flags: FlagValues): Promise<ExitCode> {
  const inputs = paths.length > 0 ? paths : pipedInput();
  const extractor = createExtractor(await readOptions(flags));
  const isSingle = await isSingleDocument(inputs);
  const path = text(flags.output);
  const sink = chooseSink(flags, isSingle);
  const output = await openOutput(path);
  try {
    const counts = await writeReports(inputs, extractor, sink, output);
    await output.close();
    if (path !== null) tell(summarise(counts, path));
    return counts.failures > 0 ? ExitCode.failed : ExitCode.fine;
  } catch (error) {
    await output.discard();
    throw error;
  }
}

function pipedInput(): readonly string[] {
  if (!process.stdin.isTTY) return ['-'];
  throw new TifaError(
    'bad-option',
    'There is nothing to read.',
    'Name a file or a folder, or give a text on standard input.',
  );
}

function text(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

async function readOptions(flags: FlagValues): Promise<ExtractorOptions> {
  const { tokens, ...options } = await readBatchConfig(flags);
  return tokens === true ? { ...options, segmenter: await openSegmenter(flags, options) } : options;
}

async function openSegmenter(flags: FlagValues, options: ExtractorOptions): Promise<Segmenter> {
  const { loadSegmenter } = await import('../../segmenters/index.js');
  const engine = text(flags.segmenter) as 'nodejieba' | 'node-rs' | null;
  return loadSegmenter({ ...(engine === null ? {} : { engine }), lexicon: options.lexicon ?? [] });
}

const FORMATS: Record<string, string> = { '.json': 'json', '.jsonl': 'jsonl', '.ndjson': 'jsonl' };

function chooseSink(flags: FlagValues, isSingle: boolean): TextSink {
  const path = text(flags.output);
  const format = text(flags.format) ?? FORMATS[extname(path ?? '').toLowerCase()] ?? 'table';
  if (format === 'json') return jsonSink({ single: isSingle });
  if (format === 'jsonl') return jsonlSink();
  const rows = readRows(flags) ?? (isSingle ? null : 8);
  const colour = path === null && hasColour();
  return tableSink({ width: process.stdout.columns ?? 100, colour, ...(rows === null ? {} : { rows }) });
}

function readRows(flags: FlagValues): number | null {
  if (flags.rows === undefined) return null;
  const rows = Number(flags.rows);
  if (Number.isInteger(rows) && rows > 0) return rows;
  throw new TifaError(
    'bad-option',
    `--rows takes a whole number from 1, not "${flags.rows}".`,
    'For instance --rows 20.',
  );
}

/** https://no-color.org: any value that is not empty switches colours off. */
function hasColour(): boolean {
  return process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb';
}

async function writeReports(
  paths: readonly string[],
  extractor: Extractor,
  sink: TextSink,
  output: Output,
): Promise<Counts> {
  const counts: Counts = { documents: 0, failures: 0, slogans: 0, dates: 0, statistics: 0 };
  await output.write(sink.open());
  for await (const input of expandInputs(paths)) {
    for await (const outcome of readInput(input)) {
      if ('failure' in outcome) reportFailure(outcome.failure, counts);
      else await writeReport(extractor.extract(outcome.document), sink, output, counts);
    }
  }
  await output.write(sink.close());
  return counts;
}

function reportFailure(failure: unknown, counts: Counts): void {
  counts.failures++;
  tell(explainError(failure));
}

async function writeReport(report: Report, sink: TextSink, output: Output, counts: Counts): Promise<void> {
  counts.documents++;
  counts.slogans += report.slogans.length;
  counts.dates += report.dates.length;
  counts.statistics += report.statistics.length;
  await output.write(sink.write(report));
}

function summarise(counts: Counts, path: string): string {
  const failed = counts.failures > 0 ? `, ${counts.failures} failed` : '';
  const records = [
    countOf(counts.slogans, 'slogan'),
    countOf(counts.dates, 'date'),
    countOf(counts.statistics, 'statistic'),
  ].join(', ');
  return `${countOf(counts.documents, 'document')} read${failed}: ${records}. The records are in ${path}.`;
}
