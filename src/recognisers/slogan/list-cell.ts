import { COSTS } from './costs.js';
import { type Member, pairCost } from './member.js';
import type { Border } from './segment.js';

/** lists of one count that are kept at a separator */
const BREADTH = 2;

/** A list on its way: its last member, with the cell of the member before. */
export interface Cell {
  /** separators and the border where the list begins */
  cost: number;
  /** cell of the member before */
  before: Cell | null;
  member: Member;
  count: number;
  /** members and neighbours, summed */
  pairs: number;
  start: Border;
}

/** Where a member may begin: behind the last one of a list, or at a border where a list begins. */
export interface Opening {
  at: number;
  cell: Cell | null;
  border: Border | null;
}

export function pairWith(text: string, { cell }: Opening, member: Member): number {
  return cell === null ? 0 : pairCost(text, cell.member, member);
}

/** What the first pair of a list says of where it begins: the likeness of its first two members. */
function firstPair(cell: Cell, pair: number): number {
  return cell.count === 1 ? pair * COSTS.firstPair : 0;
}

/** The list that the member goes on, or begins. */
export function extend({ cell, border }: Opening, member: Member, extra: number, pair: number): Cell {
  if (cell === null)
    return {
      cost: extra + (border as Border).cost,
      before: null,
      member,
      count: 1,
      pairs: member.cost,
      start: border as Border,
    };
  return {
    cost: cell.cost + extra + firstPair(cell, pair),
    before: cell,
    member,
    count: cell.count + 1,
    pairs: cell.pairs + member.cost + pair,
    start: cell.start,
  };
}

/** What that list costs, without making it. */
export function totalWith({ cell, border }: Opening, member: Member, extra: number, pair: number): number {
  if (cell === null) return extra + (border as Border).cost + member.cost;
  return cell.cost + extra + firstPair(cell, pair) + (cell.pairs + member.cost + pair) / (cell.count + 1);
}

/** Of the lists with the same count the cheapest ones stay, one for each last member. */
export function keepBest(cells: Cell[], next: Cell): void {
  const cost = total(next);
  let fellows = 0;
  let dearest = -1;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as Cell;
    if (cell.count !== next.count) continue;
    if (cell.member === next.member) {
      if (cost < total(cell)) cells[i] = next;
      return;
    }
    fellows++;
    if (dearest === -1 || total(cell) > total(cells[dearest] as Cell)) dearest = i;
  }
  if (next.count === 1 || fellows < BREADTH) cells.push(next);
  else if (cost < total(cells[dearest] as Cell)) cells[dearest] = next;
}

function total(cell: Cell): number {
  return cell.cost + cell.pairs / cell.count;
}
