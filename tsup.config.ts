import { defineConfig, type Options } from 'tsup';

/** Shared by the library and the command. Dependencies stay outside, words of `corpus/` are bundled. */
const common: Options = {
  target: 'node20',
  platform: 'node',
  splitting: true,
  silent: true,
};

const library: Options = {
  ...common,
  entry: {
    index: 'src/index.ts',
    schemas: 'src/schemas.ts',
    segmenters: 'src/segmenters/index.ts',
    sinks: 'src/sinks/index.ts',
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
  entry: { tifa: 'src/cli/main.ts' },
  format: ['esm'],
  noExternal: ['commander', 'zod'],
  banner: { js: HEAD },
  outDir: 'dist/cli',
  clean: ['dist/cli'],
};

export default defineConfig([library, command]);
