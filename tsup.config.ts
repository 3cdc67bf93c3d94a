import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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

/** Every file of ours that some other one loads by `import()`, by its name without extension. */
function loadedLater(): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const path = join('src', file);
    for (const [, name] of readFileSync(path, 'utf8').matchAll(/[^.\w]import\('(\.[^']+)\.js'\)/g)) {
      const target = join(dirname(path), name as string);
      entries[laterName(target)] = `${target}.ts`;
    }
  }
  return entries;
}

/** readers/index is `readers`, cli/commands/run-extract is `run-extract`. */
function laterName(path: string): string {
  return basename(path) === 'index' ? basename(dirname(path)) : basename(path);
}

/** What is loaded by `import()` is a file beside the one that wants it. */
const later: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'later',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import'
        ? { path: `./${laterName(join(resolveDir, path.replace(/\.js$/, '')))}.js`, external: true }
        : undefined,
    );
  },
};

/** commander can start a program for a subcommand; ours are functions, and loading what starts programs takes as long as commander. */
const withoutPrograms: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'without-programs',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'without-programs' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'without-programs' }, () => ({ contents: 'export {};' }));
  },
};

/**
 * The command has the small packages that it always needs inside, and each part that is loaded by `import()` is one file with
 * all that it needs: two files are read faster than forty, and what stands in several of them costs only room.
 */
const command: Options = {
  ...common,
  entry: { tifa: 'src/cli/main.ts', 'batch-worker': 'src/batch/worker.ts', ...loadedLater() },
  format: ['esm'],
  splitting: false,
  // names stay, so that traces can be read; a third less to scan
  minifyWhitespace: true,
  esbuildPlugins: [corpus, later, withoutPrograms],
  noExternal: ['commander', 'zod'],
  // else `node:child_process` is taken for an outside package before `withoutPrograms` sees it
  removeNodeProtocol: false,
  banner: { js: HEAD },
  outDir: 'dist/cli',
  clean: ['dist/cli'],
};

export default defineConfig([library, command]);
