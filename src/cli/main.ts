import { Command, CommanderError } from 'commander';
import { VERSION } from '../extractor/version.js';
import { buildCommand, type CommandRecord } from './command.js';
import { COMMANDS } from './commands/index.js';
import { ExitCode } from './exit-code.js';
import { explainError, isUsageError, tell } from './messages.js';
import { endQuietlyOnClosedPipe } from './streams.js';

const DESCRIPTION =
  'Reads Chinese speeches and reports: numbered slogans (数字提法) with their lists, dates, statistics.';

/** The command that was named; all of them for help, or to tell which there are. */
function chosenCommands(name: string | undefined): readonly CommandRecord[] {
  const named = COMMANDS.filter((record) => record.name === name);
  return named.length > 0 ? named : COMMANDS;
}

function buildProgram(onExit: (code: ExitCode) => void): Command {
  const program = new Command('tifa').description(DESCRIPTION).version(VERSION, '-v, --version');
  for (const record of chosenCommands(process.argv[2])) program.addCommand(buildCommand(record, onExit));
  program.showHelpAfterError('Run "tifa --help" for the commands.');
  program.addHelpText('after', '\nExit codes: 0 all read, 1 some document failed, 2 wrong usage.');
  for (const command of [program, ...program.commands]) command.exitOverride();
  return program;
}

/** Commander has printed its own message; help and version are no mistakes. */
function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.fine : ExitCode.usage;
  tell(explainError(error));
  return isUsageError(error) ? ExitCode.usage : ExitCode.failed;
}

async function main(): Promise<void> {
  endQuietlyOnClosedPipe(process.stdout);
  const program = buildProgram((code) => {
    process.exitCode = code;
  });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

await main();
