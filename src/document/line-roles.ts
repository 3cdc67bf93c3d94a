import { CharSet } from '../text/char-set.js';
import { readFullDate } from './full-date.js';
import { Trait } from './line-traits.js';
import type { Line } from './paragraphs.js';

const ADDRESS_ENDS = new CharSet('：:！!，');

/** 各位代表：, 同志们： */
export function isAddress(line: Line): boolean {
  return (
    line.text.length <= 24 &&
    ADDRESS_ENDS.has(line.text.charCodeAt(line.text.length - 1)) &&
    /^(?:尊敬的|敬爱的|亲爱的)?(?:各位|同志们|朋友们|女士们|先生们|代表们|委员们|老师们|同学们|乡亲们).{0,16}[：:！!，]$/.test(
      line.text,
    )
  );
}

/** ——清江县推进教育整顿纪实; （2026年1月26日）; 2026年1月26日在清江县第七届人民代表大会第五次会议上 */
export function isSubtitle(line: Line): boolean {
  return OCCASION_OPENERS.has(line.text.charCodeAt(0)) && (/^[—－-]{1,2}\S/.test(line.text) || isOccasion(line));
}

/** Dashes, brackets and figures that a subtitle or an occasion begins with. */
const OCCASION_OPENERS = new CharSet('—－-（( \t\u30000123456789〇○零一二三四五六七八九');

/** （2025年12月26日）, （2021年3月2日云河市第十五届人民代表大会第六次会议批准） */
const OCCASION_IN_BRACKETS = /^(?:[）)]|.*(?:通过|批准|发布|公布|修订|修正|印发|施行|上)[）)])$/;

/** The day and the meeting at which a speech or report was given, or in brackets the day alone or with what was done on it. */
export function isOccasion(line: Line): boolean {
  if (line.text.length > 60 || line.stops > 0 || (line.traits & (Trait.digit | Trait.year)) === 0) return false;
  if (!OCCASION_OPENERS.has(line.text.charCodeAt(0))) return false;
  const bare = line.text.replace(/^[—－\-（(\s]+/, '');
  const date = readFullDate(bare);
  if (date === null || date.start !== 0) return false;
  const rest = bare.slice(date.end);
  const isBracketed = /^[（(].*[）)]$/.test(line.text);
  return isBracketed
    ? OCCASION_IN_BRACKETS.test(rest)
    : /^在.*(?:会|会议|大会|仪式|论坛|讲座)(?:闭幕会)?上?$/.test(rest);
}

/** A line under a picture: （王明远摄）, 本报记者 李清摄. */
export function isCaption(line: Line): boolean {
  return (
    line.text.length <= 90 &&
    (line.traits & Trait.caption) !== 0 &&
    /(?:摄|资料图|供图|图片来源.{0,12})[）)]?[。]?$/.test(line.text)
  );
}
