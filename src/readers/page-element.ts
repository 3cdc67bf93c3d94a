import { isPageFrame, knownContainerName } from './known-containers.js';

/** An element of a page, as much of it as finding the main text needs. Children are not kept: blocks point to their element. */
export class PageElement {
  readonly tag: string;
  readonly parent: PageElement | null;
  readonly depth: number;
  /** lower-case `id` and `class`, for known names */
  readonly id: string;
  readonly classes: readonly string[];
  /** counted from 1 among the parent's children of the same tag */
  readonly nth: number;
  /** stands in a menu, a footer, a list of related links */
  readonly isFramed: boolean;
  /** clause marks and characters of running text below it, links left out */
  goodness = 0;
  /** number of blocks with running text below it */
  blocks = 0;
  private counts: Map<string, number> | null = null;

  constructor(tag: string, parent: PageElement | null, id = '', classNames = '') {
    this.tag = tag;
    this.parent = parent;
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.id = id.trim().toLowerCase();
    this.classes = classNames === '' ? [] : classNames.trim().toLowerCase().split(/\s+/);
    this.nth = parent === null ? 1 : parent.countChild(tag);
    this.isFramed = knownContainerName(this) === null && ((parent?.isFramed ?? false) || isPageFrame(this));
  }

  private countChild(tag: string): number {
    this.counts ??= new Map();
    const count = (this.counts.get(tag) ?? 0) + 1;
    this.counts.set(tag, count);
    return count;
  }

  /** The element itself and all around it, innermost first. */
  *chain(): Generator<PageElement> {
    for (let element: PageElement | null = this; element !== null; element = element.parent) yield element;
  }

  isWithin(outer: PageElement): boolean {
    for (const element of this.chain()) if (element === outer) return true;
    return false;
  }

  closest(tags: ReadonlySet<string>): PageElement | null {
    for (const element of this.chain()) if (tags.has(element.tag)) return element;
    return null;
  }

  /** A CSS path that finds it again, from the nearest `id`: `div#zoom > p:nth-of-type(3)`. */
  path(): string {
    const steps: string[] = [];
    for (const element of this.chain()) {
      if (element.parent === null) break;
      if (/^[\w-]+$/.test(element.id)) {
        steps.unshift(`${element.tag}#${element.id}`);
        break;
      }
      if (element.tag === 'body') {
        steps.unshift('body');
        break;
      }
      steps.unshift(`${element.tag}:nth-of-type(${element.nth})`);
    }
    return steps.join(' > ');
  }
}
