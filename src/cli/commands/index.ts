import type { CommandRecord } from '../command.js';
import { batchCommand } from './batch-command.js';
import { explainCommand } from './explain-command.js';
import { exportCommand } from './export-command.js';
import { extractCommand } from './extract-command.js';
import { lexiconCommand } from './lexicon-command.js';
import { pipeCommand } from './pipe-command.js';
import { schemaCommand } from './schema-command.js';

/** All commands, in the order of the help. To add one: write its record and name it here. */
export const COMMANDS: readonly CommandRecord[] = [
  extractCommand,
  batchCommand,
  exportCommand,
  pipeCommand,
  lexiconCommand,
  explainCommand,
  schemaCommand,
];
