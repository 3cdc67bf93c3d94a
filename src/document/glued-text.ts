import type { Numeral } from '../language/numerals.js';
import { type Line, partOfLine } from './paragraphs.js';
import { surnameAt } from './people.js';

const GLUED_LINE = 500;
const SHORTEST_TITLE = 6;
const LONGEST_TITLE = 40;
const LONGEST_HEADING = 40;

/** How far a title is looked for again. */
const SEARCHED = 20_000;

/**
 * Nouns that end a section's heading, so that one whose line break was lost can be told from the sentence behind it:
 * 一、深刻认识重大意义|我国是….
 */
const HEADING_TAIL =
  /^(?:一|二|三|四|五|六|七|八|九|十){1,2}、[^，。；：]{2,32}?的?(?:重大|重要|基本|主要|总体|总|工作|战略|现实|实践|核心|根本|具体|历史)(?:意义|要求|任务|举措|保障|路径|原则|目标|经验|成就|部署|安排|措施|内涵|思路|方向|抓手|遵循|回顾)/;

/** Splits a text that lost all its line breaks where title, author and 一、 headings were glued to the sentences behind them. */
export function splitGlued(text: string, lines: Line[], numerals: readonly Numeral[]): Line[] {
  const line = lines[0];
  if (line === undefined || lines.length > 3 || line.text.length < GLUED_LINE) return lines;
  const head = gluedHead(line.text);
  const borders = [0, ...head, ...gluedHeadings(line.text), line.text.length];
  if (borders.length === 2) return lines;
  const parts = borders
    .slice(1)
    .map((end, i) => partOfLine(text, line, line.start + (borders[i] as number), line.start + end, numerals))
    .filter((part) => part.end > part.start);
  const title = parts[0];
  if (head.length > 0 && title !== undefined)
    title.hint = { start: title.start, end: title.end, kind: 'title', level: null };
  return [...parts, ...lines.slice(1)];
}

/**
 * A title glued to the text returns in it (提高防灾减灾能力 in 提高防灾减灾能力，对于…), and behind it a name or a word that opens
 * texts begins anew: 提高防灾减灾能力|王明远|党的十八大以来，….
 */
function gluedHead(text: string): number[] {
  const first = text.search(/[，。；：、！？]/);
  const limit = Math.min(first === -1 ? text.length : first, LONGEST_TITLE);
  const within = text.slice(0, SEARCHED);
  for (let end = limit; end >= SHORTEST_TITLE; end--) {
    const name = nameLength(text, end);
    if (name === null || within.indexOf(text.slice(0, end), end) === -1) continue;
    return name === 0 ? [end] : [end, end + name];
  }
  return [];
}

/** Words that open a text; a title may stand right before them, or a title and its author. */
const OPENING = /^(?:党的|习近平|今年|当前|近年来|近日|日前|我国|新时代|在|20\d\d年)/;

/** Length of the name between title and opening; 0 without a name, null when no text opens here. */
function nameLength(text: string, offset: number): number | null {
  if (OPENING.test(text.slice(offset, offset + 5))) return 0;
  const surname = surnameAt(text, offset);
  if (surname === 0) return null;
  const length = [surname + 2, surname + 1].find((candidate) =>
    OPENING.test(text.slice(offset + candidate, offset + candidate + 5)),
  );
  return length ?? null;
}

function gluedHeadings(text: string): number[] {
  const cuts: number[] = [];
  for (let at = text.indexOf('。'); at !== -1; at = text.indexOf('。', at + 1)) {
    const match = HEADING_TAIL.exec(text.slice(at + 1, at + 1 + LONGEST_HEADING));
    if (match === null || /^[，、。；和与的]/.test(text.slice(at + 1 + match[0].length))) continue;
    cuts.push(at + 1, at + 1 + match[0].length);
  }
  return cuts;
}
