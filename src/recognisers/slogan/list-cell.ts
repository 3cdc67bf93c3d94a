import { COSTS } from './costs.js';
import { type Member, pairCost } from './member.js';
import type { Border } from './segment.js';

/** lists of one count that are kept at a separator */
const BREADTH = 2;

/** A list on its way: its last member, with the cell of the member before; an empty one stands at the border where the list begins. */
export interface Cell {
  /** separators and the border where the list begins */
  cost: number;
  /** the same with the mean of members and neighbours */
  total: number;
  before: Cell | null;
  member: Member | null;
  count: number;
  /** members and neighbours, summed */
  pairs: number;
  start: Border;
}

export function emptyList(start: Border): Cell {
  return { cost: start.cost, total: start.cost, before: null, member: null, count: 0, pairs: 0, start };
}

/** What the member has against the last one of the list; nothing where it is the first. */
export function pairWith(text: string, { member }: Cell, next: Member): number {
  return member === null ? 0 : pairCost(text, member, next);
}

/** Borders and separators of the list that a member goes on; the likeness of its first two members tells whether it begins rightly. */
export function costWith({ cost, count }: Cell, extra: number, pair: number): number {
  return count === 1 ? cost + extra + pair * COSTS.firstPair : cost + extra;
}

/** What that list costs with its members. */
export function totalWith(cell: Cell, member: Member, extra: number, pair: number): number {
  return costWith(cell, extra, pair) + (cell.pairs + member.cost + pair) / (cell.count + 1);
}

export function extend(before: Cell, member: Member, extra: number, pair: number): Cell {
  const cost = costWith(before, extra, pair);
  const pairs = before.pairs + member.cost + pair;
  const count = before.count + 1;
  return { cost, total: cost + pairs / count, before, member, count, pairs, start: before.start };
}

/** Puts the list, gone on by the member, among the others that end with a member here, when it is cheap enough. */
export function keepBest(cells: Cell[], before: Cell, member: Member, extra: number, pair: number): void {
  const slot = slotFor(cells, member, before.count + 1, totalWith(before, member, extra, pair));
  if (slot !== -1) cells[slot] = extend(before, member, extra, pair);
}

/** Of the lists with the same count the cheapest ones stay, one for each last member; -1 when a new one is dearer. */
function slotFor(cells: readonly Cell[], member: Member, count: number, total: number): number {
  let fellows = 0;
  let dearest = -1;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as Cell;
    if (cell.count !== count) continue;
    if (cell.member === member) return total < cell.total ? i : -1;
    fellows++;
    if (dearest === -1 || cell.total > (cells[dearest] as Cell).total) dearest = i;
  }
  if (count === 1 || fellows < BREADTH) return cells.length;
  return total < (cells[dearest] as Cell).total ? dearest : -1;
}
