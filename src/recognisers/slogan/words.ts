import governing from '../../../corpus/governing-words.json';
import heads from '../../../corpus/slogan-heads.json';
import { WordTrie } from '../../lexicon/word-trie.js';
import { CharSet } from '../../text/char-set.js';

/** Word tables of the slogan recogniser, made on first use. */
export interface SloganWords {
  /** verbs, prepositions and adverbs that govern a list and stand before its first member: 突出, 围绕, 从 */
  governing: WordTrie;
  /** those of them that stand as nouns as well, alone or at the end of a member: 服务, 监管 */
  nominal: ReadonlySet<string>;
  /** the same by the number of the word in `governing`: 1 where it stands as a noun as well */
  isNominal: Uint8Array;
  /** those of them that govern through the verb behind them: 大力(发展) */
  adverbs: ReadonlySet<string>;
  /** abstract nouns that a numeral and classifier may count in a formulation: 任务, 环节 */
  heads: WordTrie;
  /** heads that name things: counted with 个 or 条 they are a count (两个平台), with 大 a formulation (三大先导产业) */
  concreteHeads: ReadonlySet<string>;
  /** heads that go on into the next when one stands behind them: 重点(任务), 方面(工作) */
  openHeads: ReadonlySet<string>;
  /** heads that end a label that another head begins: (责任)体系, (任务)举措 */
  classHeads: ReadonlySet<string>;
}

interface GoverningEntry {
  form: string;
  nominal?: boolean;
  adverb?: boolean;
}

interface HeadEntry {
  form: string;
  concrete?: boolean;
  open?: boolean;
  class?: boolean;
}

let words: SloganWords | null = null;

export function sloganWords(): SloganWords {
  words ??= {
    governing: new WordTrie(governing.entries.map((entry) => entry.form)),
    nominal: governingWith('nominal'),
    isNominal: Uint8Array.from(
      (governing.entries as GoverningEntry[]).map((entry) => (entry.nominal === true ? 1 : 0)),
    ),
    adverbs: governingWith('adverb'),
    heads: new WordTrie(heads.entries.map((entry) => entry.form)),
    concreteHeads: headsWith('concrete'),
    openHeads: headsWith('open'),
    classHeads: headsWith('class'),
  };
  return words;
}

function governingWith(flag: 'nominal' | 'adverb'): ReadonlySet<string> {
  return new Set(
    (governing.entries as GoverningEntry[]).filter((entry) => entry[flag] === true).map((entry) => entry.form),
  );
}

function headsWith(flag: 'concrete' | 'open' | 'class'): ReadonlySet<string> {
  return new Set((heads.entries as HeadEntry[]).filter((entry) => entry[flag] === true).map((entry) => entry.form));
}

/** Measure words (量词) of formulations: 四个意识, 六大顽瘴痼疾, 两项原则. */
export const CLASSIFIERS = new CharSet('个项大种条类点句字篇面张道场重门步关批套件把支股块段层级招环笔盘座柱对组路颗');

/** What counts people, things and time, and never opens a formulation: 五名代表, 三年行动. */
export const CONCRETE = new CharSet(
  '名位人家辆所例起宗户栋台艘架枚发吨亩米元岁天年月日周次届期轮集部本册份间头只匹棵株粒幅封成倍国省市县区州',
);
