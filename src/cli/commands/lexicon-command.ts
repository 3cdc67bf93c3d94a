import type { CommandRecord } from '../command.js';

export const lexiconCommand: CommandRecord = {
  name: 'lexicon',
  argument: '<query>',
  argumentDescription: 'a formulation, a variant of one, or one of its members',
  summary: 'Look a formulation up: members, first use, variants.',
  flags: [
    { flags: '--date <date>', description: 'what it meant on that day, where its content changed: 2020-07-01' },
    { flags: '--format <name>', description: 'table (default) or json', choices: ['table', 'json'] },
  ],
  examples: [
    ['tifa lexicon 四个意识', 'shows its members and since when it is used'],
    ['tifa lexicon 看齐意识', 'shows the formulations that it is a member of'],
  ],
  run: async (values, flags) => (await import('./run-lexicon.js')).runLexicon(values[0] ?? '', flags),
};
