import { createExtractor, type Extractor } from '../extractor/extractor.js';
import type { ExtractorOptions } from '../extractor/settings.js';
import type { Segmenter } from '../language/segmenter.js';
import { type ReadOptions, readBytes } from '../readers/read-document.js';
import type { Report } from '../report/schema.js';
import type { InputBytes } from './read-input.js';
import type { BatchConfig } from './task.js';

/** Extractors kept for anchors of their own: records of one day stand together in most archives. */
const ANCHORS_KEPT = 32;

/** Bytes in, report out, with the options of one batch. */
export class DocumentExtractor {
  private readonly standard: Extractor;
  private readonly byAnchor = new Map<string, Extractor>();

  private constructor(private readonly options: ExtractorOptions) {
    this.standard = createExtractor(options);
  }

  /** @throws TifaError for wrong options, `segmenter-missing` */
  static async open(config: BatchConfig): Promise<DocumentExtractor> {
    return new DocumentExtractor(await toOptions(config));
  }

  async extract(input: InputBytes, options: ReadOptions = {}): Promise<Report> {
    const extractor = input.anchor === null ? this.standard : this.anchoredAt(input.anchor);
    return extractor.extract(await readBytes(input, options));
  }

  private anchoredAt(anchor: string): Extractor {
    const kept = this.byAnchor.get(anchor);
    if (kept !== undefined) return kept;
    const made = createExtractor({ ...this.options, anchor });
    if (this.byAnchor.size >= ANCHORS_KEPT) this.byAnchor.clear();
    this.byAnchor.set(anchor, made);
    return made;
  }
}

async function toOptions(config: BatchConfig): Promise<ExtractorOptions> {
  const { anchor, only, numerals, agreements, tokens, lexicon } = config;
  return {
    ...(anchor === undefined ? {} : { anchor }),
    ...(only === undefined ? {} : { only }),
    ...(numerals === undefined ? {} : { numerals }),
    ...(agreements === undefined ? {} : { agreements }),
    ...(lexicon === undefined ? {} : { lexicon }),
    ...(tokens === true ? { segmenter: await openSegmenter(lexicon ?? []) } : {}),
  };
}

/** nodejieba in a thread costs 250 MB that are never given back. */
async function openSegmenter(lexicon: NonNullable<BatchConfig['lexicon']>): Promise<Segmenter> {
  const { loadSegmenter } = await import('../segmenters/load-segmenter.js');
  return loadSegmenter({ engine: 'node-rs', lexicon });
}
