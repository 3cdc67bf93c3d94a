import type { Series } from './series.js';

const MOST_TAILS_BACK = 4;

/** 第一产业增加值120亿元，第二产业300亿元: a head of the same make as one before shares what follows that one. */
export function shareTails(series: Series, all: readonly Series[], at: number): void {
  const [reading] = series.members;
  if (reading === undefined || series.members.length > 1 || reading.because !== 'left' || reading.indicator === null)
    return;
  for (let i = at - 1; i >= 0 && i >= at - MOST_TAILS_BACK; i--) {
    const before = all[i]?.members[0];
    if (before === undefined || before.frame.sentence !== reading.frame.sentence) return;
    if (
      before.frame.figure.unit !== reading.frame.figure.unit ||
      before.indicator === null ||
      before.because !== 'left'
    )
      continue;
    const tail = tailBehind(before.indicator.label, reading.indicator.label);
    if (tail === '') continue;
    const { start, end } = reading.indicator;
    reading.indicator = { start: Math.min(before.indicator.start, start), end, label: reading.indicator.label + tail };
    return;
  }
}

/** 增加值 of 第一产业增加值 for 第二产业: the heads are equally long, begin alike or end in the same two characters. */
function tailBehind(label: string, head: string): string {
  if (head.length < 3 || label.length <= head.length + 1) return '';
  const other = label.slice(0, head.length);
  return other !== head && other.slice(-2) === head.slice(-2) ? label.slice(head.length) : '';
}
