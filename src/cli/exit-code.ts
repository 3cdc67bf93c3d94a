/** What the command tells the shell. */
export const ExitCode = {
  /** everything was read */
  fine: 0,
  /** some document could not be read, or nothing was found where something was asked for */
  failed: 1,
  /** an option, a value or a command that does not exist */
  usage: 2,
  /** stopped by Ctrl-C; what was done is kept */
  stopped: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
