import type { CommandRecord } from '../command.js';
import { extractCommand } from './extract-command.js';
import { lexiconCommand } from './lexicon-command.js';
import { schemaCommand } from './schema-command.js';

/** All commands, in the order of the help. To add one: write its record and name it here. */
export const COMMANDS: readonly CommandRecord[] = [extractCommand, lexiconCommand, schemaCommand];
