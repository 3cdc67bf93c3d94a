import type { Edit } from './clean.js';
import type { DecodeIssue } from './decode.js';

export interface RepairedText {
  text: string;
  edits: Edit[];
  issues: DecodeIssue[];
}

/** Undoes damage to the bytes of a text where one reading is clearly best. */
export function repairDamage(text: string): RepairedText {
  return { text, edits: [], issues: [] };
}
