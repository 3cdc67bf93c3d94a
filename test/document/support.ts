import { scanText } from '../../src/document/scan.js';
import { readStructure, type Structure, type StructureHints } from '../../src/document/structure.js';
import type { Span } from '../../src/text/span.js';
import { createView } from '../../src/text/view.js';

/** A structure with what its spans say, for short expectations. */
export interface ReadText extends Structure {
  text: string;
  slice(span: Span): string;
  headingTexts: string[];
  titleText: string | null;
  speakers: string[];
  kindsOf(kind: string): string[];
}

export function read(source: string, hints: StructureHints | null = null): ReadText {
  const view = createView(source);
  const structure = readStructure(view, scanText(view.text), hints);
  const slice = (span: Span) => view.text.slice(span.start, span.end);
  return {
    ...structure,
    text: view.text,
    slice,
    headingTexts: structure.headings.map(slice),
    titleText: structure.metadata.title === null ? null : slice(structure.metadata.title),
    speakers: structure.attributions.map(slice),
    kindsOf: (kind) => structure.paragraphs.filter((paragraph) => paragraph.kind === kind).map(slice),
  };
}

/** A paragraph of some length that says nothing in particular. */
export const BODY =
  '清江县各级各部门把这项工作摆在突出位置，主要负责人靠前指挥，分管负责人具体落实，做到每周有调度、每月有通报，确保各项任务按期完成。';
