// Folders of the packages that tifa depends on, and of all that those depend on, as they lie under node_modules; without
// the ones that are named:   node list-packages.mjs ROOT natural zod …
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [root, ...leftOut] = process.argv.slice(2);
const found = new Set();

/** The folder in which Node would find a package that one in `from` asks for. */
function locate(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (existsSync(join(root, path, 'package.json'))) return path;
    if (folder === '') return null;
  }
}

function visit(name, from, isOptional) {
  const path = locate(name, from);
  if (path === null && !isOptional) throw new Error(`The package ${name} is not installed.`);
  if (path === null || found.has(path)) return;
  found.add(path);
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(join(root, path, 'package.json'), 'utf8'),
  );
  // pictures are of no use here, and the package that draws them has 33 MB
  const isWanted = (dependency) => !dependency.startsWith('@napi-rs/canvas');
  for (const dependency of Object.keys(dependencies)) if (isWanted(dependency)) visit(dependency, path, false);
  for (const dependency of Object.keys(optionalDependencies)) if (isWanted(dependency)) visit(dependency, path, true);
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const name of Object.keys(manifest.dependencies)) if (!leftOut.includes(name)) visit(name, '', false);
// a package inside another one's folder is copied with it
const outer = [...found].filter((path) => ![...found].some((other) => other !== path && path.startsWith(`${other}/`)));
process.stdout.write(`${outer.sort().join('\n')}\n`);
