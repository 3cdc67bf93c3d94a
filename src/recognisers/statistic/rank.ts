import type { Numeral } from '../../language/numerals.js';
import { CharSet } from '../../text/char-set.js';
import type { Figure } from './figure.js';
import type { Reading } from './read-figures.js';

/** What stands before 第一 where it is a place in a ranking and not an ordinal: 居全国第一, 排名第三. */
const RANKING =
  /(?:居|列|排|排名|排第|位次|全国|全省|全市|全区|全球|世界|国内|西部|中部|东部|亚洲|同类城市|首位度|保持|跃至|升至|稳居|行业)$/;
const RANK_UNITS = new CharSet('位名');
/** 第一方阵, 第一次: an ordinal after all. */
const RANK_ENDS = new CharSet('，。；、：！？）”\n的和并');

/** 第2位, 第一 as a rank; null where the numeral only numbers something (第二届). */
export function readRank(text: string, numerals: readonly Numeral[], i: number): Reading | null {
  const numeral = numerals[i] as Numeral;
  if (numeral.value === null) return null;
  const start = numeral.start - 1;
  const isPlace = RANK_UNITS.has(text.charCodeAt(numeral.end)) && text[numeral.end + 1] !== '的';
  if (!isPlace && !isRanking(text, start, numeral.end)) return null;
  const end = numeral.end + (isPlace ? 1 : 0);
  const unit = text.slice(numeral.end, end);
  return { figure: rankFigure(start, end, numeral.value, unit), role: 'statistic', next: i + 1 };
}

function isRanking(text: string, start: number, end: number): boolean {
  const isEnd = end >= text.length || RANK_ENDS.has(text.charCodeAt(end));
  return isEnd && RANKING.test(text.slice(Math.max(0, start - 4), start));
}

export function rankFigure(start: number, end: number, value: number, unit: string): Figure {
  return { start, end, lead: start, value, upper: null, unit, dimension: null, sort: 'rank', approximation: null };
}
