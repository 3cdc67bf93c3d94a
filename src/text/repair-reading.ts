import { LONGEST_WORD, mayAdjoin, tripleScore, wordScore } from './common-words.js';

/** A character that is to be found between two stretches of text that are known. */
export interface Gap {
  before: string;
  after: string;
  candidates: readonly string[];
  /** `scoresFromStart(before)` and `scoresToEnd(after)`, which neighbouring gaps share */
  left: Float64Array;
  right: Float64Array;
}

/** One way to fill a gap. */
export interface Filling {
  character: string;
  /** ln of how likely the whole reading is */
  score: number;
}

/** Weight of a familiar run of three characters beside that of a word. */
const TRIPLE_WEIGHT = 1.5;
/** What a run of three characters counts that the rest of the document has too. */
const REPEATED = 2;

/** Every way to fill a gap with its score, best first. `document`: text whose own phrases count as familiar. */
export function fillGap(gap: Gap, document: string): Filling[] {
  const fillings = gap.candidates
    .filter((character) => mayFill(gap, character))
    .map((character) => ({ character, score: scoreFilling(gap, character) }));
  fillings.sort((a, b) => b.score - a.score);
  for (const filling of fillings.slice(0, 6)) filling.score += scoreRepeats(gap, filling.character, document);
  return fillings.sort((a, b) => b.score - a.score);
}

/** Characters that stand alone as often as this are looked at without a neighbour that they form a word with. */
const FREQUENT_ALONE = -12;

function mayFill({ before, after }: Gap, character: string): boolean {
  return (
    mayAdjoin(before, character) || mayAdjoin(character, after) || (wordScore(character) as number) > FREQUENT_ALONE
  );
}

function scoreFilling(gap: Gap, character: string): number {
  const { before, after, left, right } = gap;
  let best = Number.NEGATIVE_INFINITY;
  for (let taken = 0; taken < LONGEST_WORD && taken <= before.length; taken++) {
    for (let ahead = 0; taken + ahead < LONGEST_WORD && ahead <= after.length; ahead++) {
      const score = wordScore(before.slice(before.length - taken) + character + after.slice(0, ahead));
      if (score === null) continue;
      best = Math.max(best, (left[before.length - taken] as number) + score + (right[ahead] as number));
    }
  }
  for (const run of runsOfThree(gap, character)) best += TRIPLE_WEIGHT * tripleScore(run);
  return best + scorePairing(gap, character);
}

/** Marks that come in pairs, and what a missing one counts where its fellow stands alone. */
const PAIRS = ['“”', '（）', '《》', '‘’', '【】'] as const;
const MISSING_FELLOW = 6;

/** A mark is likelier where the text around it lacks just that one: 坚持?四个意识”. */
function scorePairing({ before, after }: Gap, character: string): number {
  for (const pair of PAIRS) {
    const [open, close] = [pair[0] as string, pair[1] as string];
    if (character === open && opensFirst(after, close, open) && before.lastIndexOf(open) <= before.lastIndexOf(close))
      return MISSING_FELLOW;
    if (character === close && before.lastIndexOf(open) > before.lastIndexOf(close) && !opensFirst(after, close, open))
      return MISSING_FELLOW;
  }
  return 0;
}

/** True when `first` comes in a text, and `second` not before it. */
function opensFirst(text: string, first: string, second: string): boolean {
  const [at, other] = [text.indexOf(first), text.indexOf(second)];
  return at >= 0 && (other < 0 || at < other);
}

function scoreRepeats(gap: Gap, character: string, document: string): number {
  return runsOfThree(gap, character).filter((run) => run.length === 3 && document.includes(run)).length * REPEATED;
}

/** The three runs of three characters that a filling is part of. */
function runsOfThree({ before, after }: Gap, character: string): string[] {
  return [
    before.slice(-2) + character,
    before.slice(-1) + character + after.slice(0, 1),
    character + after.slice(0, 2),
  ];
}
