import surnames from '../../corpus/surnames.json';

/** Surnames by their first character: those of one, and the beginnings of those of two. */
interface SurnameTables {
  isSingle: Uint8Array;
  beginsTwo: Uint8Array;
  forms: Set<string>;
}

let tables: SurnameTables | null = null;

function surnameTables(): SurnameTables {
  if (tables !== null) return tables;
  const forms = new Set(surnames.map((entry) => entry.form));
  tables = { isSingle: new Uint8Array(65536), beginsTwo: new Uint8Array(65536), forms };
  for (const form of forms) (form.length === 1 ? tables.isSingle : tables.beginsTwo)[form.charCodeAt(0)] = 1;
  return tables;
}

/** First characters of surnames. */
export function surnameOpeners(): string[] {
  return surnames.map(({ form }) => form.charAt(0));
}

/** Length of the surname that begins at `offset`; 0 when none does. 欧阳 before 欧. */
export function surnameAt(text: string, offset: number): number {
  const { isSingle, beginsTwo, forms } = surnameTables();
  const first = text.charCodeAt(offset);
  if (beginsTwo[first] === 1 && forms.has(text.slice(offset, offset + 2))) return 2;
  return isSingle[first] ?? 0;
}

/** True for a personal name of two to four characters; an inner blank as in 龚 正 is allowed. */
export function isPersonalName(text: string): boolean {
  const name = text.replace(/[\s\u3000]/g, '');
  const surname = surnameAt(name, 0);
  return surname > 0 && name.length > surname && name.length <= surname + 2 && /^[\u4e00-\u9fff]+$/.test(name);
}
