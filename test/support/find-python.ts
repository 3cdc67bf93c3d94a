import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Python of the virtual environment that `.ci/run` sets up for the tests of Spark and Parquet. */
const PREPARED = fileURLToPath(new URL('../../out/spark/bin/python', import.meta.url));

/** A Python that has the given module: the one named in PYSPARK_PYTHON, the prepared one or the system's; null when none has it. */
export function findPython(module: string): string | null {
  const candidates = [process.env.PYSPARK_PYTHON, PREPARED, 'python3'];
  return candidates.find((python) => python && spawnSync(python, ['-c', `import ${module}`]).status === 0) ?? null;
}
