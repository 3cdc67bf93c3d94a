/**
 * What a way of cutting a list costs. All weights of the list finder stand here, by name, so that they can be fitted instead of
 * turned by hand. Costs of members and of pairs are means over the list; the rest is added once.
 */
export const COSTS = {
  /** a list of one, or of none */
  alone: 3,
  /** the count is not the one that the label declares; and for each that is missing or over */
  otherCount: 1.1,
  otherCountEach: 0.18,
  /** the same for more members, where a bracket or quotation marks hold nothing else: “A、B、C、D、E”四项要求 */
  enclosedCount: 0.4,
  /** the same where 等 says that the list is open */
  openCount: 0.15,
  openCountEach: 0.03,
  openCountMost: 0.3,
  /** no number is declared */
  undeclared: 0.3,
  /** a second choice among the counts that a compound allows */
  secondCount: 0.6,

  /** where the list begins */
  startBehindGoverning: 0.1,
  /** one character (从, 分, 指) in the middle of a clause may be part of another word */
  startBehindParticle: 0.28,
  startAtClause: 0.3,
  /** the first member against the second, beside its part in the mean: a wrong beginning shows there */
  firstPair: 0.6,
  startAtQuote: 0.05,
  /** 全市, 我省 before the first member */
  startBehindScope: 0.2,
  startBySharedStart: 0.3,
  /** as long as the two behind it, and as all three behind it */
  startByEqualLength: 0.66,
  startByThreeEqual: 0.4,
  startBehindPause: 1.3,
  startBehindStop: 0.9,
  /** a verb in the middle of a run of 、 (财政政策、着力激发消费、…): the list likely begins further back */
  startInsideRun: 0.4,

  /** 、 inside a member that 以及 opens */
  pauseBehindAlso: 0.15,

  /** where it ends (lists behind their label) */
  endAtSentence: 0.05,
  endAtOpen: 0,
  endAtSemicolon: 0.15,
  endAtComma: 0.2,
  endAtPause: 1.6,
  endAtQuote: 1.5,
  endAtConjunction: 3,
  endAtMorpheme: 0.1,
  endAtFrame: 0,
  /** 的 and a few words between the last member and the label */
  endAtPossessive: 0.15,
  /** cut to the length that all members before it have */
  endAtEqualLength: 0.1,
  clausesBeforeLabel: 0.5,
  /** clauses before 等 (共设26项指标，产值等6项指标): one of them is likely no member */
  clausesBeforeEtc: 0.5,
  /** one pair of quotation marks around a list of the declared number */
  quotedWhole: -0.4,
  /** two members that are less alike than this prove nothing */
  unlikeTwo: 0.15,
  /** the label is fixed, its members are known, and these are others */
  foreignMembers: 0.9,
  /** 的, ，实现 between list and label: likely a predicate, unless the members are alike */
  weakLink: 0.35,
  /** members of a list that nothing announces are at least as alike as this */
  alike: -0.25,
  /** and these even where the label's morpheme is missing */
  twins: -0.35,
  /** 即, 包括, ： announce a list and the count agrees */
  announced: 0.3,

  /** differences between neighbours */
  length: 0.55,
  equalLength: -0.15,
  sharedFirst: -0.22,
  sharedFirstTwo: -0.2,
  sharedMiddle: -0.3,
  sharedFrame: -0.3,
  sharedLast: -0.22,
  sharedLastTwo: -0.2,
  quotedBesideUnquoted: 0.7,
  verbBesideNoun: 0.25,
  commasDiffer: 0.25,

  /** oddities of one member */
  tooLong: 0.012,
  governingAlone: 1.6,
  /** the verb before the label governs it (面临两大挑战) and no list ends there */
  endsInGoverning: 0.8,
  beginsWithConnective: 0.7,
  holdsColon: 0.8,
  beginsWithParticle: 1.2,
  /** the lexicon has this member */
  known: -1.5,
  carriesMorpheme: -0.7,
  lacksMorpheme: 0.4,
} as const;

/** Separators (标点) by which members can be parted. */
export type SeparatorKind = 'pause' | 'comma' | 'semicolon' | 'stop' | 'and' | 'also' | 'quote';

/** The mark that parts the members of a list at this level; marks below it may stand inside a member. */
export type Level = 'pause' | 'comma' | 'semicolon' | 'stop';

interface SeparatorCosts {
  cut: Record<SeparatorKind, number>;
  skip: Record<SeparatorKind, number>;
}

/** Cutting at a mark, and leaving it inside a member, by level. 和 is free to cut only before the last member. */
export const SEPARATOR_COSTS: Record<Level, SeparatorCosts> = {
  pause: {
    cut: { pause: 0, quote: 0, comma: 0.4, semicolon: 0.9, stop: 3, and: 0.8, also: 0.4 },
    skip: { pause: 1.2, quote: 0.6, comma: 1.5, semicolon: 3, stop: 4, and: 0, also: 0.3 },
  },
  comma: {
    cut: { pause: 0.8, quote: 0.1, comma: 0, semicolon: 0.7, stop: 2, and: 1, also: 0.4 },
    skip: { pause: 0.02, quote: 0.3, comma: 0.8, semicolon: 3, stop: 4, and: 0, also: 0.1 },
  },
  semicolon: {
    cut: { pause: 2, quote: 0.5, comma: 1.5, semicolon: 0, stop: 0.6, and: 2, also: 0.5 },
    skip: { pause: 0.02, quote: 0.1, comma: 0.02, semicolon: 1, stop: 2, and: 0, also: 0.05 },
  },
  stop: {
    cut: { pause: 3, quote: 2, comma: 2, semicolon: 1, stop: 0, and: 3, also: 3 },
    skip: { pause: 0, quote: 0, comma: 0.05, semicolon: 0.3, stop: 1, and: 0, also: 0 },
  },
};

/** 以及 cut before the last member, at any level: …；…以及…. */
export const LAST_ALSO = 0.08;

/** 和 cut before the last member, by level. */
export const LAST_AND: Record<Level, number> = { pause: 0.03, comma: 0.3, semicolon: 1.5, stop: 2 };
export const LEVEL_PRIOR: Record<Level, number> = { pause: 0, comma: 0.22, semicolon: 0.1, stop: 0.5 };
