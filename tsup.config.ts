import { readFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';

/** Fields of the corpus that are there for readers and tests. */
const FOR_TESTS = new Set(['example', 'examples', 'counterexamples', 'note']);

/** Only formulations are shown to users entry by entry; of everything else the library needs the words alone. */
function isShown(path: string): boolean {
  return path.endsWith('formulations.json');
}

/** The corpus as text that `JSON.parse` reads: the engine is then spared most of the start-up, which is compiling literals. */
const corpus: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'corpus',
  setup(build) {
    build.onLoad({ filter: /[\\/]corpus[\\/].*\.json$/ }, async ({ path }) => {
      const drop = (name: string, value: unknown) => (FOR_TESTS.has(name) && !isShown(path) ? undefined : value);
      const compact = JSON.stringify(JSON.parse(await readFile(path, 'utf8'), drop));
      return { contents: `export default JSON.parse(${JSON.stringify(compact)});`, loader: 'js' };
    });
  },
};

/** Shared by the library and the command. Dependencies stay outside, words of `corpus/` are bundled. */
const common: Options = {
  target: 'node20',
  platform: 'node',
  splitting: true,
  silent: true,
  esbuildPlugins: [corpus],
  esbuildOptions(options) {
    options.charset = 'utf8';
  },
};

const library: Options = {
  ...common,
  entry: {
    index: 'src/index.ts',
    schemas: 'src/schemas.ts',
    segmenters: 'src/segmenters/index.ts',
    sinks: 'src/sinks/index.ts',
    batch: 'src/batch/index.ts',
    // loaded by its path, as a thread
    'batch-worker': 'src/batch/worker.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  // `import.meta.url` in CommonJS: engines are loaded beside the package
  shims: true,
  outDir: 'dist',
  clean: ['dist/*.*'],
};

/** CommonJS packages inside an ES module ask for `require`. */
const HEAD = `#!/usr/bin/env node
import { createRequire as tifaCreateRequire } from 'node:module';
const require = tifaCreateRequire(import.meta.url);`;

/**
 * The command has the small packages that it always needs inside: one file is read faster than thirty. What is loaded by
 * `import()` stays in a file of its own until it is wanted.
 */
const command: Options = {
  ...common,
  entry: { tifa: 'src/cli/main.ts', 'batch-worker': 'src/batch/worker.ts' },
  format: ['esm'],
  noExternal: ['commander', 'zod'],
  banner: { js: HEAD },
  outDir: 'dist/cli',
  clean: ['dist/cli'],
};

export default defineConfig([library, command]);
