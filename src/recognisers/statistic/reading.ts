import type { Indicator, StatisticMention } from '../mentions.js';
import type { ChangeReading } from './change.js';
import type { Frame } from './frame.js';
import type { LeftReading } from './left-phrase.js';
import type { RightReading } from './right-phrase.js';

/** Everything read about one figure, filled step by step: frame → change → series → indicator → links. */
export interface FigureReading {
  frame: Frame;
  left: LeftReading;
  right: RightReading | null;
  change: ChangeReading | null;
  indicator: Indicator | null;
  /** why this indicator: for reading results, not for the report */
  because: string;
  /** the figure is the base of a comparison (较2020年的932亿元): never what a change changes */
  isBase: boolean;
  /** what is built of it; set once its indicator is chosen */
  mention: StatisticMention | null;
}
