import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extractor/extractor.js';
import type { Report } from '../../src/report/schema.js';
import { jsonlSink, jsonSink, type TextSink, tableSink, toJsonLine } from '../../src/sinks/index.js';

const reports = [
  extract(
    '会议强调，要抓好学习教育、查纠整改、总结提升三个环节。三个环节缺一不可。2021年3月5日，办结案件1,379件，结案率69.11%。',
  ),
  extract('夜里下了雨。'),
];

function written(sink: TextSink, all: readonly Report[] = reports): string {
  return sink.open() + all.map((report) => sink.write(report)).join('') + sink.close();
}

describe('jsonlSink', () => {
  it('writes a line for each report', () => {
    const lines = written(jsonlSink()).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(reports);
  });

  it('has no line break but its own, whatever a text holds', () => {
    const line = toJsonLine({ text: 'a\u2028b\u2029c\nd\ud800' });
    expect(line.slice(0, -1)).not.toMatch(/[\n\u2028\u2029]/);
    expect(JSON.parse(line)).toEqual({ text: 'a\u2028b\u2029c\nd\ud800' });
  });
});

describe('jsonSink', () => {
  it('writes an array, also an empty one', () => {
    expect(JSON.parse(written(jsonSink()))).toEqual(reports);
    expect(JSON.parse(written(jsonSink(), []))).toEqual([]);
  });

  it('writes one report by itself', () => {
    expect(JSON.parse(written(jsonSink({ single: true }), reports.slice(0, 1)))).toEqual(reports[0]);
  });
});

describe('tableSink', () => {
  it('shows each slogan once, with its members and how often it stands there', () => {
    expect(written(tableSink())).toMatch(/三个环节 ×2 +学习教育、查纠整改、总结提升 +before it/);
  });

  it('shows dates with values and figures with what they count', () => {
    const table = written(tableSink());
    expect(table).toMatch(/2021年3月5日 +2021-03-05/);
    expect(table).toMatch(/案件 +1,379 件/);
    expect(table).toMatch(/结案率 +69\.11 %/);
  });

  it('says when there is nothing, and adds up at the end', () => {
    expect(written(tableSink())).toContain('Nothing found.');
    expect(written(tableSink())).toMatch(/2 documents: 2 slogans, 1 date, 2 statistics\n$/);
  });

  it('uses colours when asked and stays within the terminal', () => {
    expect(written(tableSink({ colour: true }))).toContain('\u001b[36m三个环节');
    const widths = written(tableSink({ width: 60 }))
      .split('\n')
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  });
});
