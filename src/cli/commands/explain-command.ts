import type { CommandRecord } from '../command.js';

export const explainCommand: CommandRecord = {
  name: 'explain',
  argument: '<file>',
  argumentDescription: 'the document; - for standard input',
  summary: 'Show how each slogan got its list: what was proposed, what it cost, why the winner won.',
  flags: [
    { flags: '--label <label>', description: 'only formulations whose label holds this: 四个意识' },
    { flags: '--lexicon <file>', description: 'JSON file with formulations of your own' },
    { flags: '--format <name>', description: 'text for people (default) or json', choices: ['text', 'json'] },
  ],
  examples: [
    ['tifa explain speech.txt', 'goes through every place that looks like a numbered formulation'],
    ['tifa explain speech.txt --label 三个环节', 'shows where its list was looked for'],
  ],
  run: async (values, flags) => (await import('./run-explain.js')).runExplain(values[0] ?? '-', flags),
};
