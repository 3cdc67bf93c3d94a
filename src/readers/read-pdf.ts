import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Issue } from '../document/document.js';
import { limits } from './limits.js';
import { readRadicals } from './pdf-characters.js';
import { joinRuns, type PdfPage, type PdfRun } from './pdf-lines.js';
import { joinParagraphs } from './pdf-paragraphs.js';
import { damagedFile, protectedFile, unsupportedFile } from './read-errors.js';
import type { ReadContent } from './read-html.js';
import { buildText } from './text-builder.js';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfFile = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
type TextItem = { str: string; transform: number[]; width: number; height: number; fontName: string };

/** Reads the text layer of a PDF; pages that are pictures have none. */
export async function readPdf(bytes: Uint8Array, name: string | null): Promise<ReadContent> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument(openOptions(bytes));
  try {
    const file = await task.promise;
    if (file.numPages > limits.pdfPages)
      throw unsupportedFile(name, `has more than ${limits.pdfPages} pages`, 'Cut it into smaller files.');
    return await readPages(file, name);
  } catch (error) {
    throw toReadError(error, name);
  } finally {
    await task.destroy();
  }
}

/** Character maps and font metrics come from the package's own folder: nothing is fetched, nothing is run. */
function openOptions(bytes: Uint8Array): Parameters<Pdfjs['getDocument']>[0] {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    // a copy: the reader takes the buffer away from its owner
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  };
}

function toReadError(error: unknown, name: string | null): unknown {
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'TifaError') return error;
  if (kind === 'PasswordException') return protectedFile(name);
  return damagedFile(name, 'is a PDF that could not be read', error);
}

async function readPages(file: PdfFile, name: string | null): Promise<ReadContent> {
  const pages: PdfPage[] = [];
  const lost: number[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    try {
      pages.push(await readPage(file, number));
    } catch {
      lost.push(number);
    }
  }
  const built = buildText(joinParagraphs(pages));
  if (built.text === '')
    throw lost.length > 0 ? damagedFile(name, 'is a PDF whose pages could not be read') : noTextLayer(name);
  const title = built.blocks.find((block) => block.kind === 'title');
  return {
    ...built,
    metadata: title === undefined ? {} : { title: built.text.slice(title.start, title.end) },
    issues: [...lostPages(lost), ...emptyPages(pages)],
  };
}

async function readPage(file: PdfFile, number: number): Promise<PdfPage> {
  const page = await file.getPage(number);
  const content = await page.getTextContent();
  const bold = new Set(
    Object.entries(content.styles)
      .filter(([, style]) => /bold|heiti|simhei|黑体/i.test(style.fontFamily))
      .map(([font]) => font),
  );
  const runs = content.items
    .filter((item): item is TextItem & typeof item => 'str' in item)
    .map((item) => toRun(item, bold));
  const height = page.getViewport({ scale: 1 }).height;
  page.cleanup();
  return { number, height, lines: joinRuns(runs, number) };
}

function toRun(item: TextItem, bold: ReadonlySet<string>): PdfRun {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
  return {
    text: readRadicals(item.str),
    x,
    y,
    width: item.width,
    size: Math.hypot(c, d) || item.height || 1,
    isBold: bold.has(item.fontName),
  };
}

function noTextLayer(name: string | null): Error {
  return unsupportedFile(
    name,
    'holds only pictures of its pages and no text',
    'Recognise its text with an OCR program first.',
  );
}

function lostPages(pages: readonly number[]): Issue[] {
  if (pages.length === 0) return [];
  return [
    {
      code: 'pages-lost',
      severity: 'warning',
      message: `Pages that could not be read: ${pages.join(', ')}.`,
      start: 0,
      end: 0,
    },
  ];
}

function emptyPages(pages: readonly PdfPage[]): Issue[] {
  const empty = pages.filter((page) => page.lines.length === 0).map((page) => page.number);
  if (empty.length === 0) return [];
  return [
    {
      code: 'pages-without-text',
      severity: 'info',
      message: `Pages without a text layer: ${empty.join(', ')}.`,
      start: 0,
      end: 0,
    },
  ];
}
