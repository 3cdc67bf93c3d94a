import furniture from '../../corpus/furniture.json';

const LONGEST_FOOT = 400;

let words: string[] | null = null;

function footWords(): string[] {
  words ??= furniture
    .filter((entry) => entry.match === 'within' || entry.match === 'number' || /：$/.test(entry.form))
    .map((entry) => entry.form.replace('：', ''));
  return words;
}

/** True for the foot of a site, which holds two and more of its words: 主办：…… 地址：…… 邮编：…… */
export function isPageFoot(text: string): boolean {
  if (text.length > LONGEST_FOOT) return false;
  let count = 0;
  for (const word of footWords()) if (text.includes(word) && ++count === 2) return true;
  return false;
}
