import { Command, Option } from 'commander';
import type { ExitCode } from './exit-code.js';

/** One flag, one record: the parser, the help and the test of the README come from it. */
export interface Flag {
  /** as commander writes it: `--format <name>` */
  flags: string;
  description: string;
  choices?: readonly string[];
}

/** What the user typed, by the camel-case names of the flags. */
export type FlagValues = Record<string, string | boolean | undefined>;

export interface CommandRecord {
  name: string;
  /** as commander writes it: `[paths...]`; empty when the command takes none */
  argument: string;
  argumentDescription: string;
  summary: string;
  flags: readonly Flag[];
  /** shell line and what it does */
  examples: readonly (readonly [line: string, does: string])[];
  /** Loads what the command needs and runs it; the arguments come as an array. */
  run(values: readonly string[], flags: FlagValues): Promise<ExitCode>;
}

function optionFrom(flag: Flag): Option {
  const option = new Option(flag.flags, flag.description);
  return flag.choices === undefined ? option : option.choices(flag.choices);
}

function examplesText(record: CommandRecord): string {
  const lines = record.examples.map(([line, does]) => `  ${line}\n      ${does}`);
  return `\nExamples:\n${lines.join('\n')}`;
}

/** Makes commander's command of a record; `onExit` gets the exit code when it has run. */
export function buildCommand(record: CommandRecord, onExit: (code: ExitCode) => void): Command {
  const command = new Command(record.name).summary(record.summary).description(record.summary);
  if (record.argument !== '') command.argument(record.argument, record.argumentDescription);
  for (const flag of record.flags) command.addOption(optionFrom(flag));
  command.addHelpText('after', examplesText(record));
  command.showHelpAfterError(`Run "tifa ${record.name} --help" for what it takes.`);
  command.action(async (...args: unknown[]) => {
    const first = record.argument === '' ? [] : args[0];
    const values = Array.isArray(first) ? (first as string[]) : first === undefined ? [] : [first as string];
    onExit(await record.run(values, command.opts() as FlagValues));
  });
  return command;
}
