import { CharSet } from '../../text/char-set.js';
import { BEFORE_LABEL } from './connectors.js';
import { isEtc } from './context.js';

/** What stands between a list and the label behind it. */
export interface Link {
  /** where the list ends */
  at: number;
  form: string;
  /** the members have to be of one shape */
  isWeak: boolean;
  /** 等 says that there are more */
  isOpen: boolean;
  /** nothing but a comma and a verb: the count has to agree as well */
  isBare: boolean;
  /** not even a verb */
  isVerbless: boolean;
}

/** 统称曲阜“三孔”: whose it is may stand between. */
const LONGEST_OWNER = 4;

/** Steps back over what stands between list and label; nothing at all does when the form is empty. */
export function linkBefore(text: string, offset: number, from: number): Link {
  if (!mayBeLinked(text, offset)) return unlinked(offset);
  for (const { form, isWeak, isOpen } of BEFORE_LABEL) {
    const furthest = form.startsWith('，') ? LONGEST_OWNER : 0;
    let at = offset - form.length;
    while (at > offset - form.length - furthest && !text.startsWith(form, at)) at--;
    if (at <= from || !text.startsWith(form, at) || (furthest > 0 && /[，。；、：]/.test(text.slice(at + 1, offset))))
      continue;
    if (form.startsWith('等') && !isEtc(text, at)) continue;
    const etc = !isOpen && isEtc(text, at - 1) ? 1 : 0;
    return { at: at - etc, form, isWeak, isOpen: isOpen || etc === 1, isBare: false, isVerbless: false };
  }
  return unlinked(offset);
}

function unlinked(offset: number): Link {
  return { at: offset, form: '', isWeak: false, isOpen: false, isBare: false, isVerbless: false };
}

const LINK_ENDS = new CharSet(BEFORE_LABEL.map(({ form }) => form.slice(-1)).join(''));
const LONGEST_FORM = Math.max(...BEFORE_LABEL.map(({ form }) => form.length));

/** Most labels stand behind a verb: one that is linked has a comma near before it, or the last character of a link. */
function mayBeLinked(text: string, offset: number): boolean {
  if (LINK_ENDS.has(text.charCodeAt(offset - 1))) return true;
  for (let at = offset - 1; at >= offset - LONGEST_FORM - LONGEST_OWNER; at--) if (text[at] === '，') return true;
  return false;
}

const LONGEST_VERB = 9;
/** 实现, 做到: verbs whose object is what the clauses before them amount to; 紧扣, 开展 begin another clause. */
const REACHED =
  /^(?:[一-鿿]{0,4}(?:实现|做到|达到|形成|构成|成为|体现|确保|称为)[了出]?|(?:真正|切实|坚决|努力)?[把将以])$/;

/**
 * 把支部建在网格上，把党员派到楼栋里，把服务送到家门口，“三个一线”… · 心中有民、手上有招、脚下有路，努力实现“三有”: clauses of one
 * shape, a comma, and at most a verb; null where the last two clauses are not alike.
 */
export function clauseLink(text: string, offset: number, from: number): Link | null {
  const comma = commaBefore(text, offset);
  if (comma === -1 || comma < from || offset - comma > LONGEST_VERB + 1) return null;
  if (comma + 1 < offset && !REACHED.test(text.slice(comma + 1, offset))) return null;
  return areAlikeBefore(text, comma, from)
    ? { at: comma, form: '，', isWeak: true, isOpen: false, isBare: true, isVerbless: comma + 1 === offset }
    : null;
}

function commaBefore(text: string, offset: number): number {
  for (let at = offset - 1; at >= 0 && at >= offset - LONGEST_VERB - 1; at--) if (text.charAt(at) === '，') return at;
  return -1;
}

function areAlikeBefore(text: string, end: number, from: number): boolean {
  const second = markBefore(text, end, from);
  const first = second === -1 ? -1 : markBefore(text, second, from - 1);
  if (second === -1 || end - second < 3) return false;
  if (text.charAt(second - 1) === text.charAt(end - 1)) return true;
  const start = Math.max(first + 1, from);
  return (
    text.charAt(second + 1) === text.charAt(start) ||
    second - first === end - second ||
    second - start > end - second - 1
  );
}

const MARKS = new CharSet('，、；');

function markBefore(text: string, end: number, from: number): number {
  for (let i = end - 1; i >= Math.max(from, end - 40); i--) if (MARKS.has(text.charCodeAt(i))) return i;
  return -1;
}
