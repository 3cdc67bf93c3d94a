import { isPostName, isRepeatedName, knownContainerName } from './known-containers.js';
import type { Page, PageBlock } from './page-blocks.js';
import type { PageElement } from './page-element.js';
import { isPageFoot } from './page-foot.js';

/** Below this a page has no main text: a list of links, a notice that a script is needed. */
const LEAST_GOODNESS = 1;
/** Share of the page's running text from which a container with a known name is believed. */
const KNOWN_SHARE = 0.05;
/** A child with this share of its parent's running text holds the article, and the parent the page. */
const CHILD_SHARE = 0.6;
/** A paragraph is no container, unless it holds everything. */
const PARAGRAPH_SHARE = 0.95;

/** A reply has a handful of clauses, a part of a speech has dozens. */
const LEAST_OF_POST = 15;

const CLAUSE_MARKS = /[，。；：、？！,;]/g;

export function linkShare(block: PageBlock): number {
  return block.linked / block.letters;
}

/** How much running text a block is: a clause mark counts 1, fifty characters count 1, links nothing. */
export function goodnessOf(block: PageBlock): number {
  if (linkShare(block) > 0.5 || isPageFoot(block.text)) return 0;
  const marks = block.text.match(CLAUSE_MARKS)?.length ?? 0;
  return marks === 0 ? 0 : marks + block.text.length / 50;
}

/** Adds up the running text below each element, that of menus and footers only when the page has no other. */
function sumGoodness(blocks: readonly PageBlock[]): void {
  const free = blocks.filter((block) => !block.element.isFramed);
  for (const block of free.some((each) => goodnessOf(each) > 0) ? free : blocks) {
    const goodness = goodnessOf(block);
    if (goodness === 0) continue;
    for (const element of block.element.chain()) {
      element.goodness += goodness;
      element.blocks++;
    }
  }
}

/**
 * The elements that hold the main text, in page order; none when the page has no running text. Several only where a page repeats
 * one known container side by side, as a forum does for its posts.
 */
export function findMainElements(page: Page): PageElement[] {
  sumGoodness(page.blocks);
  if (page.root.goodness < LEAST_GOODNESS) return [];
  const known = findKnown(page);
  if (known.length > 0) return known;
  return [descend(page)];
}

/** The known containers, outermost first, that hold most of the running text under one name. */
function findKnown(page: Page): PageElement[] {
  const groups = new Map<string, Set<PageElement>>();
  for (const block of page.blocks) {
    const outer = outermostKnown(block.element);
    if (outer === null || outer.element.goodness === 0) continue;
    const group = groups.get(outer.name) ?? new Set<PageElement>();
    groups.set(outer.name, group.add(outer.element));
  }
  let best: PageElement[] = [];
  let bestGoodness = page.root.goodness * KNOWN_SHARE;
  for (const [name, elements] of groups) {
    const group = isRepeatedName(name) ? withoutReplies(name, [...elements]) : [heaviest([...elements]) as PageElement];
    const goodness = group.reduce((sum, element) => sum + element.goodness, 0);
    if (goodness <= bestGoodness) continue;
    best = group;
    bestGoodness = goodness;
  }
  return best.length === 1 ? [innermostKnown(page, best[0] as PageElement)] : best;
}

/** A thread's first post and the long ones behind it; a short one is a reply. */
function withoutReplies(name: string, elements: readonly PageElement[]): PageElement[] {
  return isPostName(name) ? elements.filter((post, i) => i === 0 || post.goodness >= LEAST_OF_POST) : [...elements];
}

/** A known container inside another one that holds all but a line of it: `.TRS_Editor` in `#zoom`. */
function innermostKnown(page: Page, outer: PageElement): PageElement {
  let best = outer;
  for (const block of page.blocks) {
    for (const element of block.element.chain()) {
      if (element === best) break;
      const isTighter =
        element.depth > best.depth && element.goodness >= outer.goodness * 0.95 && element.isWithin(outer);
      if (isTighter && knownContainerName(element) !== null) best = element;
    }
  }
  return best;
}

function outermostKnown(inner: PageElement): { element: PageElement; name: string } | null {
  let found: { element: PageElement; name: string } | null = null;
  for (const element of inner.chain()) {
    const name = knownContainerName(element);
    if (name !== null) found = { element, name };
  }
  return found;
}

/** From the root down to the smallest element that still holds nearly all running text. */
function descend(page: Page): PageElement {
  const children = childrenOf(page.blocks);
  let element = page.root;
  for (;;) {
    const inner = heaviest(children.get(element) ?? []);
    if (inner === null || !holdsArticle(inner, children.get(element) ?? [], element)) return element;
    element = inner;
  }
}

function childrenOf(blocks: readonly PageBlock[]): Map<PageElement, PageElement[]> {
  const children = new Map<PageElement, PageElement[]>();
  const seen = new Set<PageElement>();
  for (const block of blocks) {
    for (const element of block.element.chain()) {
      if (seen.has(element)) break;
      seen.add(element);
      if (element.parent === null) break;
      const siblings = children.get(element.parent);
      if (siblings === undefined) children.set(element.parent, [element]);
      else siblings.push(element);
    }
  }
  return children;
}

function heaviest(elements: readonly PageElement[]): PageElement | null {
  let best: PageElement | null = null;
  for (const element of elements) if (element.goodness > (best?.goodness ?? 0)) best = element;
  return best;
}

function holdsArticle(inner: PageElement, siblings: readonly PageElement[], outer: PageElement): boolean {
  const share = inner.goodness / outer.goodness;
  if (share < CHILD_SHARE) return false;
  if (inner.blocks === 1 && outer.blocks > 1) return share >= PARAGRAPH_SHARE && !hasLikeSibling(inner, siblings);
  return share === 1 || !hasLikeSibling(inner, siblings);
}

/** Sections of one article stand side by side under one name: `<div class="sec">` after `<div class="sec">`. */
function hasLikeSibling(inner: PageElement, siblings: readonly PageElement[]): boolean {
  return siblings.some(
    (other) =>
      other !== inner &&
      other.goodness > 0 &&
      other.tag === inner.tag &&
      other.classes.join(' ') === inner.classes.join(' ') &&
      inner.id === '',
  );
}
