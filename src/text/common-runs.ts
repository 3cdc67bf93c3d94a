import common from '../../corpus/common-runs.json';

/** How often characters follow each other in reports and news, to judge one reading of a text against another. */
interface CommonRuns {
  /** run of one to three characters → how often it was seen */
  counts: ReadonlyMap<string, number>;
  /** run of one or two characters → share of what follows it that was too rare to be listed */
  rest: ReadonlyMap<string, number>;
  /** all characters that were seen */
  total: number;
}

/** Characters that the next one depends on. */
export const CONTEXT = 2;
/** Taken off the count of a run, for the runs that were never seen: by number of characters. */
const DISCOUNT = [0, 0, 1, 1.5] as const;
/** What a character that was never seen counts. */
const UNSEEN = 0.3;
/** A run whose followers are all listed may still have others, and mostly has. */
const LEAST_REST = 0.1;
/** Counts are given as letters, each letter this much more often than the one before it. */
const STEP = 1.7;

let runs: CommonRuns | null = null;

/** Unpacked on first use: only damaged texts need it. */
function commonRuns(): CommonRuns {
  runs ??= unpack();
  return runs;
}

function unpack(): CommonRuns {
  const counts = new Map<string, number>();
  const rest = new Map<string, number>();
  let total = 0;
  for (const { first, often, next } of common.entries) {
    const count = countOf(often);
    counts.set(first, count);
    total += count;
    const listed = next === '' ? 0 : unpackPairs(first, next, counts, rest);
    rest.set(first, Math.max(LEAST_REST, 1 - listed / count));
  }
  return { counts, rest, total };
}

function countOf(letter: string): number {
  return STEP ** (letter.charCodeAt(0) - 97);
}

/** 民 with 国j共h人g 族k团f: 民国, 民国共, 民国人, 民族, 民族团. Returns what the pairs count together. */
function unpackPairs(first: string, next: string, counts: Map<string, number>, rest: Map<string, number>): number {
  let listed = 0;
  for (const group of next.split(' ')) {
    const pair = first + group[0];
    const count = countOf(group[1] as string);
    counts.set(pair, count);
    listed += Math.max(0, count - DISCOUNT[2]);
    const triples = unpackTriples(pair, group, counts);
    if (triples > 0) rest.set(pair, Math.max(LEAST_REST, 1 - triples / count));
  }
  return listed;
}

function unpackTriples(pair: string, group: string, counts: Map<string, number>): number {
  let listed = 0;
  let from = 2;
  for (let i = 2; i < group.length; i++) {
    const letter = group.charCodeAt(i);
    if (letter < 97 || letter > 122) continue;
    const count = countOf(group[i] as string);
    for (; from < i; from++) {
      counts.set(pair + group[from], count);
      listed += Math.max(0, count - DISCOUNT[3]);
    }
    from = i + 1;
  }
  return listed;
}

/** ln of how likely a character is behind up to `CONTEXT` others. Absolute discounting, as language models have it. */
export function scoreOf(before: string, character: string): number {
  const { counts, rest, total } = commonRuns();
  let share = (counts.get(character) ?? UNSEEN) / total;
  for (let length = 1; length <= Math.min(CONTEXT, before.length); length++) {
    const context = before.slice(before.length - length);
    const left = rest.get(context);
    if (left === undefined) continue;
    const seen = Math.max(0, (counts.get(context + character) ?? 0) - (DISCOUNT[length + 1] as number));
    share = seen / (counts.get(context) as number) + left * share;
  }
  return Math.log(share);
}

/** Sums of the scores of a text's characters: `scores[i]` is that of the first `i`. `before`: what stands before the text. */
export function scoresFromStart(text: string, before = ''): Float64Array {
  const scores = new Float64Array(text.length + 1);
  const whole = before.slice(-CONTEXT) + text;
  const offset = whole.length - text.length;
  for (let i = 0; i < text.length; i++) {
    const at = offset + i;
    scores[i + 1] = (scores[i] as number) + scoreOf(whole.slice(Math.max(0, at - CONTEXT), at), whole[at] as string);
  }
  return scores;
}

/** True for a character that some text has. */
export function isSeen(character: string): boolean {
  return commonRuns().counts.has(character);
}

/** Text as the counts have it: any figure is 0, Latin letters are A, marks are full width. */
export function foldForScores(text: string): string {
  return text
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/[A-Za-z]+/g, 'A')
    .replace(/[,;:!?()%]/g, (mark) => FULL[mark] as string);
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '%': '％',
};
