/** `*`, `?`, `[abc]`, `{a,b}`: a path with one of these is a pattern. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/** The folder that a pattern begins with, without wildcards: `archive/2021/**\/*.txt` → `archive/2021`. */
export function globRoot(pattern: string): string {
  const parts = pattern.split('/');
  const fixed = parts.slice(0, Math.min(parts.findIndex(isGlob), parts.length - 1));
  if (fixed.length === 0) return '.';
  return fixed.length === 1 && fixed[0] === '' ? '/' : fixed.join('/');
}

/**
 * A pattern as a regular expression over whole paths with `/`. `*` stays inside a folder, `**` goes through folders.
 */
export function globToRegExp(pattern: string): RegExp {
  const pieces = pattern.replace(/^\.\//, '').match(/(?:\*\*\/)+|\*\*|\*|\?|\[!?[^\]]*\]|\{[^}]*\}|[^*?[{]+|./g) ?? [];
  return new RegExp(`^${pieces.map(translate).join('')}$`, 'u');
}

function translate(piece: string): string {
  if (piece.startsWith('**/')) return '(?:[^/]+/)*';
  if (piece === '**') return '.*';
  if (piece === '*') return '[^/]*';
  if (piece === '?') return '[^/]';
  if (piece.length > 2 && piece.startsWith('[')) return translateClass(piece.slice(1, -1));
  if (piece.length > 2 && piece.startsWith('{')) return `(?:${piece.slice(1, -1).split(',').map(literal).join('|')})`;
  return quote(piece);
}

function translateClass(members: string): string {
  const isNegated = members.startsWith('!');
  return `[${isNegated ? '^/' : ''}${(isNegated ? members.slice(1) : members).replace(/[\\\]^]/g, '\\$&')}]`;
}

/** In `{*.txt,*.html}` a choice may hold stars. */
function literal(choice: string): string {
  return choice.split('*').map(quote).join('[^/]*');
}

function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
