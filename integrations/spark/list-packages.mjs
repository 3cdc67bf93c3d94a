// Folders of packages and of all that they depend on, as they lie under node_modules:
//   node list-packages.mjs ROOT opencc-js htmlparser2 …
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [root, ...wanted] = process.argv.slice(2);
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

for (const name of wanted) visit(name, '', false);
// a package inside another one's folder is copied with it
const outer = [...found].filter((path) => ![...found].some((other) => other !== path && path.startsWith(`${other}/`)));
process.stdout.write(`${outer.sort().join('\n')}\n`);
