import type { Term } from './term-index.js';
export function calendarTerms(): Term[] {
  return [];
}
