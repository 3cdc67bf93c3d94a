/** What a word of a clause does for the figure beside it; a word can do several things (完成 is a verb before a noun and a marker after one). */
export const Role = {
  plain: 0,
  adverb: 1 << 0,
  preposition: 1 << 1,
  connective: 1 << 2,
  lightVerb: 1 << 3,
  tellingVerb: 1 << 4,
  changeVerb: 1 << 5,
  changeNoun: 1 << 6,
  level: 1 << 7,
  approximation: 1 << 8,
  scope: 1 << 9,
  time: 1 << 10,
  conjunction: 1 << 11,
  compare: 1 << 12,
  stop: 1 << 13,
  /** 的 */
  of: 1 << 14,
  /** 了 过 着 */
  aspect: 1 << 15,
  /** 、 */
  pause: 1 << 16,
  /** ，；：。 and brackets that open or close here */
  mark: 1 << 17,
  /** 比上年, 较2020年: the base of a comparison */
  base: 1 << 18,
  /** 抽调, 使: what stands behind acts itself: 抽调3名骨干充实一线 */
  causative: 1 << 19,
  /** 建设, 服务: as often a noun inside a compound as a verb */
  nominal: 1 << 20,
  /** 占: the level of a share; part of the label, unlike other markers of level */
  share: 1 << 21,
  /** 将, 把: bring forward what the figure is of */
  objectMarker: 1 << 22,
  /** 从, 由: say where the figure comes from */
  source: 1 << 23,
  /** 分别: each figure has its own member of the list */
  respectively: 1 << 24,
} as const;
