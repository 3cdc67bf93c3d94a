/** Place of `form` that begins at or behind `from` and ends by `limit`, -1 when there is none; nothing behind the limit is looked at. */
export function findWithin(text: string, form: string, from: number, limit: number): number {
  const at = from >= limit ? -1 : text.slice(from, limit).indexOf(form);
  return at === -1 ? -1 : from + at;
}
