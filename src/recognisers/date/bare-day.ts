import { isDigit } from '../../text/char-class.js';
import { CharSet } from '../../text/char-set.js';
import type { Component } from './match-component.js';
import { dayPartAt } from './match-time.js';
import { type Scan, wordAt } from './scan.js';

/** Behind these a number of days is a length: 近5日, 连续3日. */
const LENGTH_BEFORE = new CharSet('每近续期第满过共达约逾整限足前后各那头');
/** First characters of the words behind a number of days that make a length of it. */
const FIRST_OF_LENGTH = new CharSet('内之以左');
/** 3月1日至5日, 3日和5日; a day in 号 only behind a range's mark. */
const BEFORE_DAY = new CharSet('至到和与—-');
const BEFORE_DAY_NUMBER = new CharSet('至到—-');
/** 新华社八日电. */
const DISPATCH = new CharSet('电讯');
const DAY_NUMBER = '号'.charCodeAt(0);

/** A day without its month: 8日上午, 24日, the 五日 of 三月一日至五日; 3日内, 近5日, 三日 and 5号 are none. */
export function isBareDay(scan: Scan, at: number, { end, upTo }: Component): boolean {
  const { text } = scan;
  if (FIRST_OF_LENGTH.has(scan.code(end)) && wordAt(text, end, ['内', '之内', '以内', '以上', '以下', '左右']) !== null)
    return false;
  const before = scan.code(at - 1);
  if (upTo === null && LENGTH_BEFORE.has(before)) return false;
  if (scan.code(end - 1) === DAY_NUMBER) return BEFORE_DAY_NUMBER.has(before);
  if (isDigit(text, at) || BEFORE_DAY.has(before)) return true;
  return dayPartAt(scan, end) !== null || DISPATCH.has(scan.code(end));
}
