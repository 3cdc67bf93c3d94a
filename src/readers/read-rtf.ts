import { isHeadingText } from './line-kinds.js';
import { damagedFile } from './read-errors.js';
import type { ReadContent } from './read-html.js';
import { buildText, type SourceLine } from './text-builder.js';

/** What a group of RTF sets for the text in it. */
interface GroupState {
  isSkipped: boolean;
  isHidden: boolean;
  isBold: boolean;
  /** number of fallback characters after each `\u` */
  fallback: number;
  encoding: string;
}

/** Groups whose text is no text of the document. */
const SKIPPED = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf themedata datastore listtable listoverridetable revtbl rsidtbl xmlnstbl fldinst filetbl nonshppict pntxta pntxtb annotation atnid atnauthor private comment'.split(
    ' ',
  ),
);

/** Control words that are characters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': ' ',
  _: '-',
};

const LINE_ENDS = new Set(['par', 'line', 'sect', 'page', 'row']);
/** Windows code pages and font character sets (`\fcharset`) of East Asia, by WHATWG label. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  54936: 'gb18030',
  950: 'big5',
  65001: 'utf-8',
  1252: 'windows-1252',
};
const FONT_CHARSETS: Readonly<Record<number, string>> = { 134: 'gb18030', 136: 'big5' };

/** A list's number and the tab that Word puts behind it. */
const MARKER_TAB = /^(\s*\S{0,5}[.、．)）])\t/;

const TOKEN = /\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([0-9a-f]{2})|([^a-z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy;

/** Reads the text of an RTF file token by token. */
class RtfWalker {
  readonly lines: SourceLine[] = [];
  private readonly stack: GroupState[] = [];
  private state: GroupState = { isSkipped: false, isHidden: false, isBold: false, fallback: 1, encoding: 'gb18030' };
  private readonly fonts = new Map<number, string>();
  private encoding = 'windows-1252';
  private font = -1;
  private isFontTable = false;
  private fontTableDepth = 0;
  private text = '';
  private bold = 0;
  private cells: string[] = [];
  private bytes: number[] = [];
  private toSkip = 0;
  private paragraphs = 0;

  get isBalanced(): boolean {
    return this.stack.length === 0;
  }

  open(): void {
    this.stack.push({ ...this.state });
  }

  close(): void {
    this.flushBytes();
    if (this.isFontTable && this.stack.length <= this.fontTableDepth) this.isFontTable = false;
    this.state = this.stack.pop() ?? this.state;
  }

  byte(value: number): void {
    if (this.toSkip > 0) this.toSkip--;
    else if (this.isVisible()) this.bytes.push(value);
  }

  plain(text: string): void {
    const kept = text.slice(this.toSkip);
    this.toSkip = Math.max(0, this.toSkip - text.length);
    if (!this.isVisible()) return;
    for (let i = 0; i < kept.length; i++) {
      const code = kept.charCodeAt(i);
      // second byte of a character whose first one was escaped: \'d6P
      if (code >= 0x80 || (this.bytes.length > 0 && this.isLeadByte())) this.bytes.push(code);
      else {
        this.flushBytes();
        this.append(kept[i] as string);
      }
    }
  }

  control(word: string, value: number | null): void {
    this.flushBytes();
    const character = CHARACTERS[word];
    if (word === 'u') this.unicode(value ?? 0);
    else if (character !== undefined) {
      if (this.isVisible()) this.append(character);
    } else if (LINE_ENDS.has(word)) this.endLine();
    else if (word === 'cell' || word === 'nestcell') this.endCell();
    else this.setState(word, value);
  }

  private setState(word: string, value: number | null): void {
    const isOn = value !== 0;
    if (word === '*' || SKIPPED.has(word)) this.state.isSkipped = true;
    if (word === 'fonttbl') [this.isFontTable, this.fontTableDepth] = [true, this.stack.length];
    else if (word === 'f') this.setFont(value ?? 0);
    else if (word === 'fcharset' && this.isFontTable) this.fonts.set(this.font, FONT_CHARSETS[value ?? 0] ?? '');
    else if (word === 'ansicpg')
      [this.encoding, this.state.encoding] = [
        CODE_PAGES[value ?? 0] ?? this.encoding,
        CODE_PAGES[value ?? 0] ?? this.encoding,
      ];
    else if (word === 'uc') this.state.fallback = Math.max(0, value ?? 1);
    else if (word === 'b') this.state.isBold = isOn;
    else if (word === 'v' || word === 'deleted') this.state.isHidden = isOn;
    else if (word === 'plain') [this.state.isBold, this.state.isHidden] = [false, false];
  }

  private setFont(number: number): void {
    this.font = number;
    const charset = this.fonts.get(number);
    if (!this.isFontTable) this.state.encoding = charset === undefined || charset === '' ? this.encoding : charset;
  }

  private unicode(value: number): void {
    if (this.isVisible()) this.append(String.fromCharCode(value < 0 ? value + 65536 : value));
    this.toSkip = this.state.fallback;
  }

  private isVisible(): boolean {
    return !this.state.isSkipped && !this.state.isHidden;
  }

  private isLeadByte(): boolean {
    const lead = this.bytes.at(-1) as number;
    return lead >= 0x81 && this.bytes.length % 2 === 1;
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return;
    const bytes = Uint8Array.from(this.bytes);
    this.bytes = [];
    this.append(new TextDecoder(this.state.encoding).decode(bytes));
  }

  private append(text: string): void {
    this.text += text;
    if (this.state.isBold) this.bold += text.length;
  }

  private endCell(): void {
    this.cells.push(this.text.trim());
    this.text = '';
  }

  endLine(): void {
    this.flushBytes();
    const isRow = this.cells.length > 0;
    const text = isRow
      ? [...this.cells, this.text].filter((cell) => cell !== '').join('\t')
      : this.text.replace(MARKER_TAB, '$1');
    const isHeading = this.bold >= text.length * 0.9 && isHeadingText(text);
    const kind = isRow ? 'table' : isHeading ? 'heading' : 'paragraph';
    this.lines.push({ text, kind, level: null, origin: `paragraph ${++this.paragraphs}` });
    [this.text, this.bold, this.cells, this.toSkip] = ['', 0, [], 0];
  }
}

/** Reads Rich Text Format 1.9: text, list numbers and tables; a file that was cut is read as far as it goes. */
export function readRtf(bytes: Uint8Array, name: string | null): ReadContent {
  const source = Buffer.from(bytes).toString('latin1');
  const walker = new RtfWalker();
  const tokens = new RegExp(TOKEN);
  for (let at = 0; at < source.length; at = tokens.lastIndex) {
    const token = tokens.exec(source);
    if (token === null) break;
    const [, word, value, hex, symbol, brace, text] = token;
    if (brace === '{') walker.open();
    else if (brace === '}') walker.close();
    else if (hex !== undefined) walker.byte(Number.parseInt(hex, 16));
    else if (text !== undefined) walker.plain(text);
    else if (word === 'bin') tokens.lastIndex += Math.max(0, Number(value ?? 0));
    else if (word !== undefined) walker.control(word, value === undefined ? null : Number(value));
    else if (symbol !== undefined) takeSymbol(walker, symbol);
  }
  walker.endLine();
  const built = buildText(walker.lines);
  if (built.text === '') throw damagedFile(name, 'is an RTF file without text');
  const issues = walker.isBalanced
    ? []
    : [
        {
          code: 'text-cut',
          severity: 'warning' as const,
          message: 'The file ends before its last group is closed; it was read as far as it goes.',
          start: built.text.length,
          end: built.text.length,
        },
      ];
  return { ...built, metadata: {}, issues };
}

function takeSymbol(walker: RtfWalker, symbol: string): void {
  if (symbol === '\\' || symbol === '{' || symbol === '}') walker.plain(symbol);
  else if (symbol === '\n' || symbol === '\r') walker.control('par', null);
  else walker.control(symbol, null);
}
