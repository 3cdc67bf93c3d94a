import fs from 'node:fs';

/** One case of `fixtures/phrases/dates*.txt`: a text, the anchor it is read against, and what must come out, one line a record. */
export interface DateCase {
  title: string;
  anchor: string | null;
  text: string;
  /** `text type value`, then what else is said of it: relation, part of the day, ~ for about; `! …` is a diagnostic */
  expected: string[];
}

export function readDateCases(path: URL): DateCase[] {
  const blocks = fs.readFileSync(path, 'utf8').split(/^=== /m).slice(1);
  return blocks.map((block) => {
    const [head = '', ...lines] = block.trimEnd().split('\n');
    const [, title = '', anchor] = /^(.*?)(?: @(\d{4}-\d\d-\d\d))?$/.exec(head) ?? [];
    const rule = lines.indexOf('---');
    if (rule === -1) throw new Error(`The case "${title}" has no line ---.`);
    return { title, anchor: anchor ?? null, text: lines.slice(0, rule).join('\n'), expected: lines.slice(rule + 1) };
  });
}
