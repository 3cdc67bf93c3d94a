#!/usr/bin/env bash
# Packs tifa for executors: the built command, the packages it needs, Node itself and the columns of the tables.
#   integrations/spark/pack.sh tifa.tgz [NODE]
# NODE is the program to ship, built for the executors' system; default: the one on this machine.
set -euo pipefail

target=$(realpath -m "${1:-tifa.tgz}")
node=${2:-$(node -p process.execPath)}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# packages that `tifa pipe` never loads; commander and zod are inside the build
left_out="natural cli-progress csv-stringify node-sqlite3-wasm hyparquet-writer tinypool commander zod"

[ -f "$root/dist/cli/tifa.js" ] || (cd "$root" && npm run --silent build)
mkdir -p "$work/bin" "$work/node_modules"
cp "$node" "$work/bin/node"
chmod 755 "$work/bin/node"
cp -r "$root/dist" "$root/package.json" "$work/"
# shellcheck disable=SC2086
"$node" "$root/integrations/spark/list-packages.mjs" "$root" $left_out | while read -r folder; do
  mkdir -p "$work/$(dirname "$folder")"
  cp -r "$root/$folder" "$work/$folder"
done
"$node" "$work/dist/cli/tifa.js" schema --format spark > "$work/tables.json"
tar -C "$work" -czf "$target.part" bin dist node_modules package.json tables.json
mv "$target.part" "$target"
echo "$target: $(du -h "$target" | cut -f1)" >&2
