"""Extracts an archive with tifa on Apache Spark and writes the tables of `tifa export` as Parquet.

    spark-submit tifa_job.py --tifa tifa.tgz --input hdfs:///archive --format files --output hdfs:///tables

Every partition is piped through one `tifa pipe`: one JSON line in, one JSON line out. A partition counts only when the
process ended with exit code 0 and answered exactly as many records as it was given; Spark runs it again otherwise.
"""

import argparse
import base64
import json
import os
import subprocess
import sys
import tarfile
import threading

from pyspark import SparkFiles
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, StringType, StructField, StructType

# what the archive made by pack.sh is called where it is unpacked
UNPACKED = "tifa"
ERROR = StructType([StructField(name, StringType()) for name in ("code", "message", "remedy")])


class PipeError(RuntimeError):
    """A partition that did not come through whole; Spark tries it again."""


def tifa_command(flags):
    """The command line on an executor: nothing is looked up in PATH, and no executable bit is relied on."""
    candidates = (SparkFiles.get(UNPACKED), os.path.abspath(UNPACKED))
    home = next((path for path in candidates if os.path.isdir(path)), None)
    if home is None:
        raise PipeError(f"tifa was not shipped to this executor: looked for {', '.join(candidates)}")
    node = os.path.join(home, "bin", "node")
    if not os.access(node, os.X_OK):
        os.chmod(node, 0o755)
    return [node, os.path.join(home, "dist", "cli", "tifa.js"), "pipe", "--format", "rows", "--ascii", "--trailer", *flags]


def pipe_partition(records, flags):
    """Answers of `tifa pipe` to an iterator of JSON lines, as strings. Nothing is started for an empty partition."""
    records = iter(records)
    first = next(records, None)
    if first is None:
        return
    process = subprocess.Popen(tifa_command(flags), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    feeder = Feeder(process, first, records)
    feeder.start()
    answered, last = 0, None
    try:
        for line in process.stdout:
            if last is not None:
                answered += 1
                yield last.decode("ascii")
            last = line
        feeder.join()
        check_whole(process.wait(), feeder, answered, last)
    finally:
        process.kill()
        process.wait()


class Feeder(threading.Thread):
    """Writes records to the process while its answers are read: neither of the two pipes can fill up and block."""

    def __init__(self, process, first, rest):
        super().__init__(daemon=True)
        self.process, self.first, self.rest = process, first, rest
        self.count, self.error = 0, None

    def run(self):
        try:
            self.write(self.first)
            for record in self.rest:
                self.write(record)
        except BrokenPipeError:
            pass  # the process has ended; its exit code tells why
        except Exception as error:  # the partition before this one failed: without this the process would wait for ever
            self.error = error
            self.process.kill()
        finally:
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                pass

    def write(self, record):
        self.process.stdin.write(record.encode("utf-8") + b"\n")
        self.count += 1


def check_whole(exit_code, feeder, answered, last):
    if feeder.error is not None:
        raise feeder.error
    if exit_code != 0:
        raise PipeError(f"tifa pipe ended with exit code {exit_code} after {answered} of {feeder.count} records")
    trailer = json.loads(last or b"{}").get("trailer")
    if trailer is None or not trailer["records"] == answered == feeder.count:
        raise PipeError(f"{feeder.count} records went in, {answered} came out, the trailer says {trailer}")


def read_records(spark, options):
    """The archive as an RDD of JSON lines for `tifa pipe`, from any file system that Hadoop knows."""
    if options.format == "jsonl":
        return spark.read.text(options.input, lineSep="\n").rdd.map(lambda row: row.value).filter(str.strip)
    if options.format == "parquet":
        return spark.read.parquet(*options.input).rdd.map(lambda row: row_record(row, options))
    files = spark.read.format("binaryFile").option("recursiveFileLookup", True)
    if options.glob:
        files = files.option("pathGlobFilter", options.glob)
    return files.load(options.input).select("path", "content").rdd.map(file_record)


def file_record(row):
    return json.dumps({
        "id": row.path,
        "path": row.path,
        "name": os.path.basename(row.path),
        "base64": base64.b64encode(row.content).decode("ascii"),
    })


def row_record(row, options):
    fields = row.asDict()
    record = {"id": fields.get(options.id_field), "text": fields.get(options.text_field), "anchor": fields.get(options.anchor_field)}
    return json.dumps(record, default=str)


def pipe_flags(options):
    """Flags of `tifa pipe`. Fields have their own names in JSON lines; rows of Parquet were renamed already."""
    flags = [*(["--anchor", options.anchor] if options.anchor else []), *(["--only", options.only] if options.only else [])]
    if options.format != "jsonl":
        return flags
    return [*flags, "--text-field", options.text_field, "--id-field", options.id_field, "--anchor-field", options.anchor_field]


def read_tables(path):
    """Columns of the tables, from the archive that is shipped: table name → StructType."""
    with tarfile.open(path) as archive:
        schemas = json.load(archive.extractfile("tables.json"))
    return {name: StructType.fromJson(schema) for name, schema in schemas.items()}


def answer_schema(tables):
    rows = StructType([StructField(name, ArrayType(schema)) for name, schema in tables.items()])
    return StructType([StructField("id", StringType()), StructField("rows", rows), StructField("error", ERROR)])


def without_duplicates(spark, answers, path):
    """One answer for each content, as in a run of `tifa batch`. Only the doubles are sent around, and there are few; they are
    found once, for all tables."""
    key = F.col("rows.documents")[0]["id"]
    order = Window.partitionBy("document").orderBy("id", "answer")
    keys = answers.where("rows IS NOT NULL").select(key.alias("document"), "id", "answer")
    doubles = keys.withColumn("place", F.row_number().over(order)).where("place > 1").select("answer")
    doubles.write.mode("overwrite").parquet(path)
    return answers.join(F.broadcast(spark.read.parquet(path)), "answer", "left_anti")


def write_table(answers, name, options):
    rows = answers.select(F.explode(f"rows.{name}").alias("row"), "month").select("row.*", "month")
    if options.partition_by == "month":
        rows.repartition("month").write.mode(options.mode).partitionBy("month").parquet(f"{options.output}/{name}")
    else:
        rows.drop("month").write.mode(options.mode).parquet(f"{options.output}/{name}")


def run(spark, options):
    """Pipes once, keeps the answers beside the output, makes all tables from them. Returns counts."""
    tables = read_tables(options.tifa)
    records = read_records(spark, options)
    if options.partitions:
        records = records.repartition(options.partitions)
    flags = pipe_flags(options)
    lines = records.mapPartitions(lambda part: pipe_partition(part, flags))
    staged = f"{options.output}/_answers"
    parsed = F.from_json("value", answer_schema(tables), {"mode": "FAILFAST"})
    spark.createDataFrame(lines, StringType()).select(parsed.alias("a")).select(
        "a.*", F.monotonically_increasing_id().alias("answer")
    ).write.mode("overwrite").parquet(staged)
    answers = spark.read.parquet(staged)
    unique = answers if options.keep_duplicates else without_duplicates(spark, answers, f"{options.output}/_doubles")
    said_on = F.coalesce(F.col("rows.documents")[0]["published"], F.col("rows.documents")[0]["anchor"])
    dated = unique.where("rows IS NOT NULL").withColumn("month", F.date_format(said_on, "yyyy-MM"))
    for name in tables:
        write_table(dated, name, options)
    failures = answers.where("error IS NOT NULL").select("id", "error.*")
    failures.write.mode(options.mode).parquet(f"{options.output}/failures")
    return count_answers(spark, answers, options)


def count_answers(spark, answers, options):
    counts = {"records": answers.count(), "documents": spark.read.parquet(f"{options.output}/documents").count()}
    return {**counts, "failures": spark.read.parquet(f"{options.output}/failures").count()}


def remove_staged(spark, options):
    for name in ["_doubles"] if options.keep_answers else ["_doubles", "_answers"]:
        path = spark._jvm.org.apache.hadoop.fs.Path(f"{options.output}/{name}")
        path.getFileSystem(spark._jsc.hadoopConfiguration()).delete(path, True)


def read_options(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tifa", required=True, help="tifa.tgz, made by pack.sh; a path on this machine")
    parser.add_argument("--input", required=True, nargs="+", help="paths or patterns on any Hadoop file system")
    parser.add_argument("--format", choices=["files", "jsonl", "parquet"], default="files", help="files: one document each, of any kind that tifa reads")
    parser.add_argument("--output", required=True, help="folder for the tables")
    parser.add_argument("--glob", help='names of files to read: "*.html"')
    parser.add_argument("--text-field", default="text", help="field or column with the text")
    parser.add_argument("--id-field", default="id", help="field or column with the name")
    parser.add_argument("--anchor-field", default="anchor", help="field or column with the date to read 今年 against")
    parser.add_argument("--anchor", help="the same date for all documents: 2021-03-05")
    parser.add_argument("--only", help="slogans,dates,statistics")
    parser.add_argument("--partitions", type=int, help="spread the archive over so many tasks (default: as it is stored)")
    parser.add_argument("--partition-by", choices=["none", "month"], default="none", help="month: one folder of each table per month")
    parser.add_argument("--mode", choices=["overwrite", "append", "error"], default="overwrite", help="when tables are there already")
    parser.add_argument("--keep-duplicates", action="store_true", help="keep documents with the same content")
    parser.add_argument("--keep-answers", action="store_true", help="keep OUTPUT/_answers")
    return parser.parse_args(arguments)


def main(arguments):
    options = read_options(arguments)
    builder = SparkSession.builder.appName("tifa").config("spark.archives", f"{os.path.abspath(options.tifa)}#{UNPACKED}")
    spark = builder.getOrCreate()
    counts = run(spark, options)
    remove_staged(spark, options)
    spark.stop()
    print(json.dumps(counts), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
