import surnames from '../../corpus/surnames.json';

let forms: Set<string> | null = null;

function surnameForms(): Set<string> {
  forms ??= new Set(surnames.map((entry) => entry.form));
  return forms;
}

/** Length of the surname that begins at `offset`; 0 when none does. 欧阳 before 欧. */
export function surnameAt(text: string, offset: number): number {
  if (surnameForms().has(text.slice(offset, offset + 2))) return 2;
  return surnameForms().has(text.charAt(offset)) ? 1 : 0;
}

/** True for a personal name of two to four characters; an inner blank as in 龚 正 is allowed. */
export function isPersonalName(text: string): boolean {
  const name = text.replace(/[\s\u3000]/g, '');
  const surname = surnameAt(name, 0);
  return surname > 0 && name.length > surname && name.length <= surname + 2 && /^[\u4e00-\u9fff]+$/.test(name);
}
