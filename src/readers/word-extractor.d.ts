declare module 'word-extractor' {
  /** What of a Word 97–2003 document is asked for; `filterUnicode: false` keeps Chinese quotation marks. */
  interface WordDocument {
    getBody(options: { filterUnicode: boolean }): string;
    getFootnotes(options: { filterUnicode: boolean }): string;
  }

  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
}
