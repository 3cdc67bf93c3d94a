/** One word as an engine returns it; words joined in order give the text back. */
export interface Word {
  text: string;
  /** part of speech in the tag set of jieba: n, v, ns, nz, m … */
  tag: string;
}

/**
 * A word segmenter (分词). `tifa` hands it runs of Han characters alone, joined by line feeds; digits, Latin letters and
 * marks are cut by `cutTokens` itself, because engines disagree about them and agree about everything else.
 */
export interface Segmenter {
  readonly name: string;
  readonly version: string;
  /** Cuts the text without loss: the words joined are the text. */
  tag(text: string): Word[];
}
