import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { alteredDocuments } from '../../bench/archive-documents.mjs';
import { buildTables, type Table } from '../../src/sinks/tables.js';
import { CLI, fixtureTexts, makeScratch } from '../support/archive.js';
import { findPython } from '../support/find-python.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const JOB = join(ROOT, 'integrations/spark/tifa_job.py');
const MASTER = 'local-cluster[2,1,1024]';
const DOCUMENTS = 2000;
const LONG = 900_000;

const python = findPython('pyspark');
const hasJava = spawnSync('java', ['-version']).status === 0;
const missing = [...(python === null ? ['PySpark'] : []), ...(hasJava ? [] : ['Java'])];
const title = missing.length === 0 ? `Spark on ${MASTER}` : `Spark (skipped: no ${missing.join(' and no ')} here)`;

const scratch = makeScratch();
const records = join(scratch, 'records.jsonl');
const batchTables = join(scratch, 'batch');
const archive = join(scratch, 'tifa.tgz');

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 2 ** 28 });
  expect(status, stderr.slice(-4000)).toBe(0);
  return stdout;
}

/** Spark as it is installed, but with a folder of its own for what workers leave behind. */
function makeSparkHome(): string {
  const home = join(scratch, 'spark-home');
  if (existsSync(home)) return home;
  const installed = run(python as string, [
    '-c',
    'import os, pyspark; print(os.path.dirname(pyspark.__file__))',
  ]).trim();
  mkdirSync(home);
  for (const name of readdirSync(installed)) if (name !== 'work') symlinkSync(join(installed, name), join(home, name));
  return home;
}

interface JobCounts {
  records: number;
  documents: number;
  failures: number;
}

/** Runs the job on a cluster of two executors, each in a process of its own. */
function submit(tifa: string, output: string, ...args: string[]): JobCounts {
  const home = makeSparkHome();
  const local = { SPARK_HOME: home, SPARK_LOCAL_DIRS: scratch, SPARK_LOCAL_IP: '127.0.0.1' };
  const env = { ...process.env, ...local, PYSPARK_PYTHON: python as string };
  const settings = ['spark.ui.enabled=false', 'spark.sql.shuffle.partitions=4', 'spark.driver.host=127.0.0.1'];
  const conf = settings.flatMap((setting) => ['--conf', setting]);
  const flags = ['--tifa', tifa, '--format', 'jsonl', '--partitions', '4', '--output', output, ...args];
  const stdout = run(join(home, 'bin/spark-submit'), ['--master', MASTER, ...conf, JOB, ...flags], env);
  return JSON.parse(stdout.trim().split('\n').at(-1) as string);
}

async function readRows(folder: string, table: Table): Promise<string[]> {
  const path = join(folder, table.name);
  const files = existsSync(path)
    ? readdirSync(path, { recursive: true }).map((name) => join(path, String(name)))
    : [`${path}.parquet`];
  const rows: string[] = [];
  for (const name of files.filter((file) => file.endsWith('.parquet'))) {
    const found = await parquetReadObjects({ file: await asyncBufferFromFile(name) });
    rows.push(...found.map((row) => describeRow(row, table)));
  }
  return rows.sort();
}

/** A row as text. `path` tells of the machine that read the file and differs. */
function describeRow(row: Record<string, unknown>, table: Table): string {
  const cells = table.columns.filter((column) => column.name !== 'path').map(({ name }) => [name, row[name] ?? null]);
  return JSON.stringify(cells, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
}

async function expectSameTables(folder: string): Promise<void> {
  for (const table of buildTables()) {
    const [spark, batch] = [await readRows(folder, table), await readRows(batchTables, table)];
    expect(spark.length, table.name).toBe(batch.length);
    expect(spark.filter((row, at) => row !== batch[at]).slice(0, 3), table.name).toEqual([]);
  }
}

/** The archive with a Node that is killed midway the first time that any executor starts it. */
function makeFragileArchive(): string {
  const folder = join(scratch, 'fragile');
  const target = join(scratch, 'fragile.tgz');
  mkdirSync(folder);
  run('tar', ['-xzf', archive, '-C', folder]);
  run('mv', [join(folder, 'bin/node'), join(folder, 'bin/real-node')]);
  const script = `#!/bin/bash
real="$(dirname "$0")/real-node"
mkdir '${scratch}/was-killed' 2> /dev/null || exec "$real" "$@"
head -c 400000 | "$real" "$@" | head -c 200000
kill -9 $$
`;
  writeFileSync(join(folder, 'bin/node'), script);
  chmodSync(join(folder, 'bin/node'), 0o755);
  run('tar', ['-C', folder, '-czf', target, ...readdirSync(folder)]);
  return target;
}

describe.skipIf(missing.length > 0)(title, () => {
  beforeAll(() => {
    const texts = [...alteredDocuments(fixtureTexts(), DOCUMENTS - 2)];
    // the same content twice, and a record without a text
    const lines = [...texts, texts[0]].map((text, id) =>
      JSON.stringify({ id: String(id), text, anchor: '2021-03-05' }),
    );
    writeFileSync(records, `${[...lines, '{"id":"none"}'].join('\n')}\n`);
    spawnSync(process.execPath, [CLI, 'batch', records, '--output', join(scratch, 'run')]);
    run(process.execPath, [CLI, 'export', join(scratch, 'run'), '--format', 'parquet', '--output', batchTables]);
    run('bash', [join(ROOT, 'integrations/spark/pack.sh'), archive]);
  }, LONG);

  it(
    'finds the same records as a batch',
    async () => {
      const output = join(scratch, 'spark');
      expect(submit(archive, output, '--input', records)).toEqual({
        records: DOCUMENTS,
        documents: DOCUMENTS - 2,
        failures: 1,
      });
      await expectSameTables(output);
      expect(readdirSync(output).sort()).toEqual([...buildTables().map((table) => table.name), 'failures'].sort());
    },
    LONG,
  );

  it(
    'finds the same records when a process is killed midway',
    async () => {
      const output = join(scratch, 'spark-killed');
      const counts = submit(makeFragileArchive(), output, '--input', records, '--partition-by', 'month');
      expect(existsSync(join(scratch, 'was-killed'))).toBe(true);
      expect(counts).toEqual({ records: DOCUMENTS, documents: DOCUMENTS - 2, failures: 1 });
      await expectSameTables(output);
      expect(readdirSync(join(output, 'slogans')).filter((name) => name.startsWith('month='))).not.toEqual([]);
    },
    LONG,
  );

  it(
    'answers the example queries',
    () => {
      const script = `
import re, sys
from pyspark.sql import SparkSession
spark = SparkSession.builder.master('local[1]').config('spark.ui.enabled', False).getOrCreate()
for name in ('documents', 'slogans', 'items', 'dates', 'statistics', 'attributions'):
    spark.read.parquet(f'{sys.argv[1]}/{name}').createOrReplaceTempView(name)
text = re.sub(r'^--.*$', '', open(sys.argv[2]).read(), flags=re.M)
print([spark.sql(query).count() for query in text.split(';') if query.strip()])
`;
      const examples = join(ROOT, 'integrations/spark/examples.sql');
      const counts = JSON.parse(
        run(python as string, ['-c', script, join(scratch, 'spark'), examples])
          .trim()
          .split('\n')
          .at(-1) as string,
      );
      expect(counts).toHaveLength(3);
      expect(counts[0]).toBeGreaterThan(0);
    },
    LONG,
  );
});
