import { defineConfig, type Options } from 'tsup';

/** Shared by the library and the command. Dependencies stay outside, words of `corpus/` are bundled. */
const common: Options = {
  target: 'node20',
  platform: 'node',
  sourcemap: false,
  treeshake: false,
  silent: true,
  // `import.meta.url` in CommonJS, for loading an engine beside the caller's own packages
  shims: true,
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
  splitting: true,
  outDir: 'dist',
};

// The command is bundled with the small packages that it always needs (start-up: one file to read instead of thirty);
// whatever is loaded by `import()` stays in a chunk of its own until it is wanted.
const command: Options = {
  ...common,
  entry: { tifa: 'src/cli/main.ts' },
  format: ['esm'],
  dts: false,
  splitting: true,
  outDir: 'dist/cli',
  noExternal: ['commander', 'zod'],
  banner: { js: '#!/usr/bin/env node' },
};

export default defineConfig([library, command]);
