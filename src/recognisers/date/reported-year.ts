import type { Document } from '../../document/document.js';
import type { PartialDate } from './civil-day.js';
import type { Expression } from './expression.js';

/**
 * The year before its own that a text reports on by its title: in 云河市2022年统计公报 of February 2023 全年 is 2022 and 上年 2021.
 * A day without its year is still the text's own: 1月16日 in news of a meeting on the year before. null when the title names another year, none, or several (2022年执行情况和2023年草案).
 */
export function reportedYear(
  document: Document,
  expressions: readonly Expression[],
  anchor: PartialDate | null,
): number | null {
  const { title } = document.metadata;
  if (title === null || anchor === null || anchor.year === null) return null;
  let found: number | null = null;
  for (const expression of expressions) {
    if (expression.start >= title.end) break;
    if (expression.start < title.start || expression.end > title.end || expression.kind !== 'point') continue;
    const { year, month, upTo } = expression.point;
    if (year === null || year.base !== 'absolute' || month !== null || upTo !== null) return null;
    if (found !== null && found !== year.value) return null;
    found = year.value;
  }
  return found === anchor.year - 1 ? found : null;
}
