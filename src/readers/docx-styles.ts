import { Parser } from 'htmlparser2';

/** What a paragraph style says that matters here. */
export interface ParagraphStyle {
  isTitle: boolean;
  /** 1 for 标题 1; null for body text */
  headingLevel: number | null;
  numId: string | null;
  depth: number;
  parent: string | null;
}

const HEADING = /^(?:heading|标题)\s?([1-9])$/i;
const TITLE = /^(?:title|标题)$/i;

const plain = (): ParagraphStyle => ({ isTitle: false, headingLevel: null, numId: null, depth: 0, parent: null });

/** Reads the paragraph styles of `word/styles.xml`, what they inherit filled in. */
export function readStyles(xml: string | null): Map<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>();
  if (xml === null) return styles;
  let style: ParagraphStyle | null = null;
  const onopentag = (tag: string, attributes: Record<string, string>): void => {
    const value = attributes['w:val'] ?? '';
    if (tag === 'w:style') {
      style = attributes['w:type'] === 'paragraph' ? plain() : null;
      if (style !== null) styles.set(attributes['w:styleId'] ?? '', style);
    }
    if (style === null) return;
    if (tag === 'w:name') nameStyle(style, value.trim());
    else if (tag === 'w:basedOn') style.parent = value;
    else if (tag === 'w:outlineLvl' && Number(value) < 9) style.headingLevel ??= Number(value) + 1;
    else if (tag === 'w:numId') style.numId = value;
    else if (tag === 'w:ilvl') style.depth = Number(value) || 0;
  };
  new Parser({ onopentag }, { xmlMode: true }).end(xml);
  for (const each of styles.values()) inherit(each, styles);
  return styles;
}

function nameStyle(style: ParagraphStyle, name: string): void {
  style.isTitle = TITLE.test(name);
  const heading = HEADING.exec(name);
  if (heading !== null) style.headingLevel = Number(heading[1]);
}

function inherit(style: ParagraphStyle, styles: ReadonlyMap<string, ParagraphStyle>): void {
  let parent = style.parent === null ? undefined : styles.get(style.parent);
  for (let steps = 0; parent !== undefined && steps < 10; steps++) {
    style.headingLevel ??= parent.headingLevel;
    style.isTitle ||= parent.isTitle;
    if (style.numId === null)
      [style.numId, style.depth] = [parent.numId, parent.numId === null ? style.depth : parent.depth];
    parent = parent.parent === null ? undefined : styles.get(parent.parent);
  }
}
