import type { BatchSummary } from '../batch/index.js';
import { count, duration } from './progress.js';

const NAMED = 10;

/** What a batch has done, for people. */
export function describeSummary(summary: BatchSummary, paths: readonly string[]): string {
  const { counts, folder } = summary;
  return [
    headline(summary),
    `  documents   ${count(counts.documents)} in ${folder}/reports.jsonl${thisTime(summary)}`,
    `  slogans     ${count(counts.slogans)}`,
    `  dates       ${count(counts.dates)}`,
    `  statistics  ${count(counts.statistics)}`,
    `  failures    ${failures(summary)}`,
    ...list(
      '  frequent    ',
      counts.labels.slice(0, NAMED).map(([label, mentions]) => `${label} ${count(mentions)}`),
    ),
    ...list('  slowest     ', counts.slowest.slice(0, NAMED).map(slow)),
    next(summary, paths),
  ].join('\n');
}

function headline({ status, milliseconds }: BatchSummary): string {
  return `${status === 'done' ? 'Done' : 'Stopped'} after ${duration(milliseconds / 1000)}.`;
}

function thisTime({ read, known, milliseconds }: BatchSummary): string {
  const rate = count(Math.round((read / Math.max(1, milliseconds)) * 1000));
  const there = known === 0 ? '' : `, ${count(known)} stood there already`;
  return ` (${count(read)} read this time, ${rate}/s${there})`;
}

function failures({ counts, folder }: BatchSummary): string {
  const kinds = Object.entries(counts.failures).sort((a, b) => b[1] - a[1]);
  if (kinds.length === 0) return '0';
  const total = kinds.reduce((sum, [, number]) => sum + number, 0);
  const named = kinds.map(([code, number]) => `${code} ${count(number)}`).join(', ');
  return `${count(total)}: ${named} (${folder}/failures.jsonl)`;
}

function slow({ file, milliseconds }: { file: string; milliseconds: number }): string {
  return `${duration(milliseconds / 1000)} ${file}`;
}

function list(head: string, entries: readonly string[]): string[] {
  return entries.map((entry, at) => (at === 0 ? head : ' '.repeat(head.length)) + entry);
}

function next({ status, folder }: BatchSummary, paths: readonly string[]): string {
  if (status === 'done')
    return `Tables: tifa export ${quote(folder)} --format sqlite --output ${quote(`${folder}.sqlite`)}`;
  return `To go on, give the same command again: tifa batch ${paths.map(quote).join(' ')} --output ${quote(folder)} …`;
}

function quote(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
