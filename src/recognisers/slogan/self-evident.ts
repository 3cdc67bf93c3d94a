import { COSTS } from './costs.js';
import type { Segmentation } from './segment.js';

/**
 * A run that nothing announces: just as many members as declared, that carry the label's morpheme or hold it and are each like the next
 * (四有: 心中有民、手上有招、…); where the label lends none, the likeness has to do.
 */
export function provesItself(found: Segmentation, text: string, morphemes: readonly string[]): boolean {
  if (found.members.length !== found.declared) return false;
  if (found.hasMorpheme) return true;
  if (found.likeness > COSTS.alike || found.leastLikeness > 0) return false;
  return (
    morphemes.length === 0 ||
    (found.leastLikeness <= COSTS.twins &&
      found.members.length > 3 &&
      morphemes.some((morpheme) => morpheme.length > 1)) ||
    found.members.every((member) =>
      morphemes.some((morpheme) => text.slice(member.start, member.end).includes(morpheme)),
    )
  );
}
