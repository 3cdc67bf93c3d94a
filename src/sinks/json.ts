import type { TextSink } from './sink.js';

export interface JsonSinkOptions {
  /** The report by itself, for one document; an array of reports otherwise (the default). */
  single?: boolean;
}

/** Indented JSON: an array of reports, or one report by itself. */
export function jsonSink(options: JsonSinkOptions = {}): TextSink {
  if (options.single === true) {
    return { open: () => '', write: (report) => `${JSON.stringify(report, null, 2)}\n`, close: () => '' };
  }
  let isFirst = true;
  return {
    open: () => '[',
    write: (report) => {
      const before = isFirst ? '\n' : ',\n';
      isFirst = false;
      return before + JSON.stringify(report, null, 2);
    },
    close: () => (isFirst ? ']\n' : '\n]\n'),
  };
}
