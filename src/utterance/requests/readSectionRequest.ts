import { using, use, type Intent } from '../intent.ts';
import { namedArticle } from '../namedArticle.ts';
import type { Said } from '../said.ts';
import { headingNamed } from './headingNamed.ts';

const PARTS = '(?:sections|headings|chapters|parts|subheadings)';
const OUTLINE = new RegExp(
  `^(?:(?:the|an?|its|your) )?(?:outline|table of contents|toc|contents|structure|${PARTS}|list of ${PARTS}|list (?:the |all |all the )?${PARTS}|(?:what|which) ${PARTS} (?:are there|does (?:it|this|the article) have|are in (?:it|this|the article)|there are|exist)|(?:what are|what's) (?:the|its) ${PARTS}|how (?:is|was) (?:it|this|the article) (?:structured|organized|organised|divided)|how many ${PARTS}(?: (?:are there|does (?:it|this|the article) have))?)(?: (?:of|for|in|from) (.+))?$`,
  'u',
);
const READ =
  /^(?:read|open|go to|jump to|section|chapter|start|continue|the section|the chapter|the part)(?: (?:me|on|about|called|titled|named|with|at|the section|the chapter|the part|section|chapter))* (.+)$/u;

/** Reads requests for an outline, or for a section by its heading. */
export function readSectionRequest({ phrase: { folded }, surroundings }: Said): Intent | undefined {
  const { articles, earlier } = surroundings;
  const outline = OUTLINE.exec(folded);
  if (outline) {
    const named = outline[1] === undefined ? undefined : namedArticle(outline[1], articles);
    return using(use('section', { article: named?.kind === 'article' ? named.id : earlier?.article }));
  }
  const name = READ.exec(folded)?.[1];
  if (name === undefined) {
    // A heading alone is that section; a question that is one stays a question.
    const whole = folded.includes(' ') ? headingNamed(folded, surroundings) : undefined;
    return whole && using(use('section', { name: whole.section, article: whole.article }));
  }
  const heading = headingNamed(name, surroundings);
  if (heading) return using(use('section', { name: heading.section, article: heading.article }));
  const named = /^(?:read|open|start)/u.test(folded) ? namedArticle(name, articles) : undefined;
  return named?.kind === 'article' ? using(use('section', { article: named.id })) : undefined;
}
