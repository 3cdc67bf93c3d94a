import type { Candidate } from './candidate.js';
import type { SloganContext } from './context.js';
import { sloganWords } from './words.js';

/**
 * Morphemes that a label may lend to its members: 员 in “六员” (信息收集员、…), 坚持 in 四个坚持, 多 and 少 in “三多三少”.
 * Abstract heads (任务, 环节) lend none.
 */
export function morphemesOf(context: SloganContext, candidate: Candidate): readonly string[] {
  let morphemes = context.morphemes.get(candidate);
  if (morphemes === undefined) {
    morphemes = readMorphemes(context, candidate);
    context.morphemes.set(candidate, morphemes);
  }
  return morphemes;
}

function readMorphemes(context: SloganContext, candidate: Candidate): readonly string[] {
  const head = headOf(context, candidate);
  const isAbstract = sloganWords().heads.has(head) && !LENDING_HEADS.has(head);
  return isAbstract && partsOf(candidate, head).length === 1 ? [] : affixesOf(context, candidate);
}

/** The same, with abstract heads: a run of just as many members that all end in one proves itself (责任清单、任务清单、销号清单). */
export function affixesOf(context: SloganContext, candidate: Candidate): string[] {
  const head = headOf(context, candidate);
  const parts = partsOf(candidate, head);
  if (head.endsWith('一体')) return []; // 三位一体 says that there are three, and nothing of what they are
  const affixes = parts.filter((part) => part.length <= LONGEST_AFFIX);
  if (parts.length === 1 && head.length >= 2 && head.length <= 5 && candidate.isQuoted && candidate.classifier === null)
    affixes.push(head.charAt(0), head.slice(-1));
  return [...new Set(affixes)];
}

const LONGEST_AFFIX = 6;

function headOf(context: SloganContext, candidate: Candidate): string {
  const head = context.text.slice(candidate.head.start, candidate.head.end);
  return /[“”‘’]/.test(head) ? head.replace(/[“”‘’]/g, '') : head;
}

/** 三多三少 → 多, 少; 四个坚持 → 坚持. */
function partsOf(candidate: Candidate, head: string): string[] {
  const parts =
    candidate.numerals.length > 1 && (candidate.classifier !== '个' || head.includes('个'))
      ? head.split(/[、，+]|[一二三四五六七八九十两双\d]+个?/)
      : [head];
  return parts.map((part) => part.replace(/^[个项大种]/, '')).filter((part) => part !== '');
}

/** Nouns of the table that are verbs as well and do stand at the head of members. */
const LENDING_HEADS = new Set([
  '坚持',
  '聚焦',
  '着力',
  '必须',
  '统一',
  '到位',
  '确保',
  '结合',
  '自信',
  '维护',
  '确立',
  '务必',
  '全覆盖',
  '严禁',
  '禁止',
  '突破',
  '教育',
  '体系',
  '工程',
  '机制',
  '提升',
  '转变',
  '战役',
  '攻坚战',
  '服务',
  '过硬',
  '优势',
  '创新',
  '支持',
  '新区',
]);
