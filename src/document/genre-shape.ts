import { WordTrie } from '../lexicon/word-trie.js';
import { CharClass, classAt } from '../text/char-class.js';
import { CharSet } from '../text/char-set.js';

/** What the structure and the shape of a text say, in the points of the corpus's features. */
export const STRUCTURE = {
  base: 2,
  dateline: 4,
  stamp: 1,
  attributions: 4,
  author: 2,
  event: 2,
  imperatives: 3,
  glossary: 3,
  growth: 3,
} as const;

/** 3月5日上午，清江县召开动员会: something happened on a day. */
const EVENT = /(?:^|\n)[^，。\n]{0,24}\d{1,2}日(?:上午|下午|晚)?，?[^。\n]{2,40}(?:召开|举行|启动|开幕|闭幕|举办)/;

export function eventPoints(text: string): number {
  return EVENT.test(text) ? STRUCTURE.event : 0;
}

/** So many of the sentences of a report begin without a subject. */
const IMPERATIVE_SHARE = 0.4;

export const MOST_OF_SHAPE = STRUCTURE.imperatives + STRUCTURE.glossary + STRUCTURE.growth;

/** Work reports and plans speak without a subject, explain their terms in notes and give growth without saying over what. */
export function shapePoints(text: string): number {
  const isGlossed = /［\d{1,2}］/.test(text) || /^\d{1,2}[.．].{2,30}：/m.test(text);
  const growth = text.match(/(?:增长|提高|提升至|下降|达到?)\d/g)?.length ?? 0;
  const isBareGrowth = growth >= 3 && !/同比|比上年|比去年|比20\d\d年|环比|据统计|数据显示/.test(text);
  return (
    (imperativeShare(text) >= IMPERATIVE_SHARE ? STRUCTURE.imperatives : 0) +
    (isGlossed ? STRUCTURE.glossary : 0) +
    (isBareGrowth ? STRUCTURE.growth : 0)
  );
}

/** Verbs and adverbs that open a sentence without a subject, as work reports and plans do: 加快…, 深入实施…. */
const IMPERATIVES = `
  着力 深入 全面 积极 大力 扎实 稳步 持续 加快 推动 推进 实施 深化
  加强 强化 完善 健全 优化 提升 提高 促进 支持 鼓励 落实 办好 建设
  建立 打造 培育 壮大 坚持 统筹 扩大 发展 聚焦 突出 用好 抓好 做好
  严格 切实 有序 保障 巩固 拓展 构建 开展 引导 新增 完成 实现 获评
  创新 奋力 聚力 全力 精准 精心 深度 高标准 高质量 高水平 一体 协同
  系统 纵深 坚守 坚决 牢牢 树牢 践行 出台 制定 启动 开工 建成 建好
  发挥 增强 释放 激发 畅通 打通 打好 守好 守住 防范 化解 改造 整治
  淘汰 盘活 融入 服务 服务保障 加力 累计 超额 率先 成功 圆满
`;

let imperatives: WordTrie | null = null;

function imperativeWords(): WordTrie {
  imperatives ??= new WordTrie(IMPERATIVES.trim().split(/\s+/));
  return imperatives;
}

const ENUMERATOR = /(?:[一二三四五六七八九十]{1,2}是|——|（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]、)/y;
const ENUMERATOR_OPENERS = new CharSet('一二三四五六七八九十—（');

const SHORTEST_SENTENCE = 4;

/** Share of sentences that begin with such a word; one or two show nothing. */
function imperativeShare(text: string): number {
  let [sentences, found] = [0, 0];
  for (let start = 0; start < text.length; ) {
    const end = sentenceEnd(text, start);
    if (end - start >= SHORTEST_SENTENCE) {
      sentences++;
      if (opensImperative(text, start, end)) found++;
    }
    start = end + 1;
  }
  return sentences < 3 ? 0 : found / sentences;
}

/** The next 。 or line end. */
function sentenceEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== '。' && text[end] !== '\n') end++;
  return end;
}

/** A blank or an enumerator before the word is passed over. */
function opensImperative(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && classAt(text, at) === CharClass.blank) at++;
  if (ENUMERATOR_OPENERS.has(text.charCodeAt(at))) {
    ENUMERATOR.lastIndex = at;
    if (ENUMERATOR.test(text)) at = ENUMERATOR.lastIndex;
  }
  return imperativeWords().longestAt(text, at, end) !== -1;
}
