import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Lowest first. A folder imports from itself and from what stands before it; folders of one line do not import each other. */
const FLOORS: readonly (readonly string[])[] = [
  ['errors.ts'],
  ['text'],
  ['lexicon'],
  ['language'],
  ['document'],
  ['recognisers'],
  ['report'],
  ['checks'],
  ['extractor'],
  ['segmenters', 'readers', 'sinks', 'lookup'],
  ['batch'],
  ['index.ts', 'schemas.ts'],
  ['cli'],
];

/** Imports that break a rule on purpose, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'text/converter.ts → node:module': 'extraction is synchronous, and import() is not',
  'extractor/source-id.ts → node:crypto':
    'a hash is a pure function of its bytes, and none in JavaScript is fast enough',
};

/** Folders that may ask Node for files, threads and the like. The core runs on text alone. */
const MAY_USE_NODE = ['segmenters', 'readers', 'sinks', 'lookup', 'batch', 'cli'];

/** Entries that start at once, and the packages that each may load for it. Everything heavy comes by `import()`. */
const LIGHT: Readonly<Record<string, readonly string[]>> = {
  'index.ts': [],
  'sinks/index.ts': [],
  'segmenters/index.ts': [],
  'cli/main.ts': ['commander'],
};

/** Limits of size; data and tests have none. */
const LIMITS = { fileLines: 400, fileLines95: 250, functionLines: 60, functionLines95: 40, functionMedian: 10 };

interface SourceFile {
  path: string;
  floor: string;
  tree: ts.SourceFile;
}

function readSources(folder = SRC): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return readSources(path);
    if (!entry.name.endsWith('.ts') || entry.name.endsWith('.d.ts')) return [];
    const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
    return [{ path: relative(SRC, path), floor: relative(SRC, path).split('/')[0] as string, tree }];
  });
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

/** Every module that a file names: `import`, `export … from`, `import()`. */
function importsOf(tree: ts.SourceFile): string[] {
  const names: string[] = [];
  visit(tree, (node) => {
    const isStatic = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    if (isStatic && node.moduleSpecifier !== undefined) names.push((node.moduleSpecifier as ts.StringLiteral).text);
    const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    if (isDynamic && ts.isStringLiteral(node.arguments[0] as ts.Node))
      names.push((node.arguments[0] as ts.StringLiteral).text);
  });
  return names;
}

function floorOf(file: string): number {
  return FLOORS.findIndex((names) => names.includes(file));
}

function forbiddenImports(file: SourceFile): string[] {
  return importsOf(file.tree)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(SRC, resolve(SRC, dirname(file.path), name.replace(/\.js$/, '.ts'))))
    .filter((target) => !target.startsWith('..'))
    .filter((target) => {
      const floor = target.split('/')[0] as string;
      return floor !== file.floor && floorOf(floor) >= floorOf(file.floor);
    })
    .map((target) => `${file.path} → ${target}`)
    .filter((edge) => EXCEPTIONS[edge] === undefined);
}

/** recognisers/date/… must not know recognisers/slogan/…: they meet through `Claims` and mentions. */
function crossingRecognisers(file: SourceFile): string[] {
  if (file.floor !== 'recognisers') return [];
  const own = file.path.split('/').slice(0, -1).join('/');
  if (own === 'recognisers') return [];
  return importsOf(file.tree)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(SRC, resolve(SRC, dirname(file.path), name)))
    .filter((target) => target.startsWith('recognisers/') && ![own, 'recognisers'].includes(dirname(target)))
    .map((target) => `${file.path} → ${target}`);
}

/** Modules that are loaded together with a file: `import()` and types are not. */
function staticImportsOf(tree: ts.SourceFile): string[] {
  return tree.statements.flatMap((node) => {
    const isImport = ts.isImportDeclaration(node) && node.importClause?.isTypeOnly !== true;
    const isExport = ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier !== undefined;
    return isImport || isExport ? [(node.moduleSpecifier as ts.StringLiteral).text] : [];
  });
}

/** Packages that an entry loads at once, through all files that it imports. */
function packagesBehind(entry: string, packages = new Set<string>(), seen = new Set<string>()): Set<string> {
  const file = sources.find(({ path }) => path === entry);
  if (file === undefined || seen.has(entry)) return packages;
  seen.add(entry);
  for (const name of staticImportsOf(file.tree)) {
    if (!name.startsWith('.')) packages.add(name);
    else packagesBehind(join(dirname(entry), name.replace(/\.js$/, '.ts')), packages, seen);
  }
  return packages;
}

interface Size {
  name: string;
  lines: number;
}

function linesBetween(tree: ts.SourceFile, node: ts.Node): number {
  const first = tree.getLineAndCharacterOfPosition(node.getStart()).line;
  return tree.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
}

/** Named functions and methods; an arrow function counts when it has a name. */
function functionsOf(file: SourceFile): Size[] {
  const sizes: Size[] = [];
  visit(file.tree, (node) => {
    const isNamedArrow =
      (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isVariableDeclaration(node.parent);
    const isNamed = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node);
    if (!isNamed && !isNamedArrow) return;
    const named = isNamedArrow ? (node.parent as ts.VariableDeclaration) : (node as ts.FunctionDeclaration);
    sizes.push({
      name: `${file.path}: ${named.name?.getText() ?? 'constructor'}`,
      lines: linesBetween(file.tree, node),
    });
  });
  return sizes;
}

function percentile(sizes: readonly Size[], share: number): number {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The worst offenders, so that a failing test says where to begin. */
function longest(sizes: readonly Size[], limit: number): string[] {
  return sizes
    .filter(({ lines }) => lines > limit)
    .sort((a, b) => b.lines - a.lines)
    .map(({ name, lines }) => `${name}: ${lines} lines`);
}

const sources = readSources();

describe('the house', () => {
  it('has a floor for every file', () => {
    expect(sources.filter((file) => floorOf(file.floor) < 0).map((file) => file.path)).toEqual([]);
  });

  it('imports downwards only', () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([]);
  });

  it('keeps recognisers apart', () => {
    expect(sources.flatMap(crossingRecognisers)).toEqual([]);
  });

  it('asks Node for nothing below the edges', () => {
    const edges = sources
      .filter((file) => !MAY_USE_NODE.includes(file.floor))
      .flatMap((file) => importsOf(file.tree).map((name) => [file.path, name] as const))
      .filter(([, name]) => name.startsWith('node:'))
      .map((edge) => edge.join(' → '));
    expect(edges.filter((edge) => EXCEPTIONS[edge] === undefined)).toEqual([]);
  });

  it.each(Object.entries(LIGHT))('loads nothing heavy with %s', (entry, allowed) => {
    const packages = [...packagesBehind(entry)].filter((name) => !name.startsWith('node:'));
    expect(packages.sort()).toEqual(allowed);
  });

  it('names what it exports', () => {
    const stars = sources.filter((file) =>
      file.tree.statements.some(
        (node) => ts.isExportDeclaration(node) && !node.isTypeOnly && node.exportClause === undefined,
      ),
    );
    expect(stars.map((file) => file.path)).toEqual([]);
  });

  it('names files in kebab-case', () => {
    expect(
      sources.map((file) => basename(file.path)).filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name)),
    ).toEqual([]);
  });
});

describe('sizes', () => {
  const files = sources.map((file) => ({ name: file.path, lines: file.tree.getLineStarts().length }));
  const functions = sources.flatMap(functionsOf);

  it(`keeps files within ${LIMITS.fileLines} lines, nearly all within ${LIMITS.fileLines95}`, () => {
    expect(longest(files, LIMITS.fileLines)).toEqual([]);
    expect(percentile(files, 0.95), longest(files, LIMITS.fileLines95).join('\n')).toBeLessThanOrEqual(
      LIMITS.fileLines95,
    );
  });

  it(`keeps functions within ${LIMITS.functionLines} lines, half of them within ${LIMITS.functionMedian}`, () => {
    expect(longest(functions, LIMITS.functionLines)).toEqual([]);
    const worst = longest(functions, LIMITS.functionLines95).join('\n');
    expect(percentile(functions, 0.95), worst).toBeLessThanOrEqual(LIMITS.functionLines95);
    expect(percentile(functions, 0.5)).toBeLessThanOrEqual(LIMITS.functionMedian);
  });
});
