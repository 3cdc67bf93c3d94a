import { CONTEXT, scoreOf } from './common-runs.js';

/** A character that is to be found between two stretches of text that are known. */
export interface Gap {
  before: string;
  after: string;
  candidates: readonly string[];
}

/** One way to fill a gap. */
export interface Filling {
  character: string;
  /** ln of how likely the character is there, and the `CONTEXT` characters behind it */
  score: number;
}

/** What a run of three characters counts that the rest of the document has too. */
const REPEATED = 3;
/** Fillings that are looked for in the rest of the document. */
const MOST_LOOKED_FOR = 30;

/** Every way to fill a gap with its score, best first. `familiar`: runs of three characters that the document has elsewhere. */
export function fillGap(gap: Gap, familiar: ReadonlySet<string>): Filling[] {
  const fillings = gap.candidates.map((character) => ({ character, score: scoreFilling(gap, character) }));
  fillings.sort((a, b) => b.score - a.score);
  for (const filling of fillings.slice(0, MOST_LOOKED_FOR))
    filling.score += scoreRepeats(gap, filling.character, familiar);
  return fillings.sort((a, b) => b.score - a.score);
}

function scoreFilling(gap: Gap, character: string): number {
  const { before, after } = gap;
  const near = before.slice(-CONTEXT) + character + after.slice(0, CONTEXT);
  let score = scorePairing(gap, character);
  for (let i = Math.min(CONTEXT, before.length); i < near.length; i++)
    score += scoreOf(near.slice(Math.max(0, i - CONTEXT), i), near[i] as string);
  return score;
}

/** Marks that come in pairs, and what a missing one counts where its fellow stands alone. */
const PAIRS = ['“”', '（）', '《》', '‘’', '【】'] as const;
const MISSING_FELLOW = 4;

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

function scoreRepeats(gap: Gap, character: string, familiar: ReadonlySet<string>): number {
  return runsOfThree(gap, character).filter((run) => familiar.has(run)).length * REPEATED;
}

/** The three runs of three characters that a filling is part of. */
function runsOfThree({ before, after }: Gap, character: string): string[] {
  return [
    before.slice(-2) + character,
    before.slice(-1) + character + after.slice(0, 1),
    character + after.slice(0, 2),
  ];
}
