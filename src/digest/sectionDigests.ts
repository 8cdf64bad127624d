import { hasText, readSection } from '../answer/section.ts';
import { summarize } from '../answer/summary/summary.ts';
import type { Article } from '../article/article.ts';
import { type Section, sectionsOf } from '../article/sections.ts';
import { entryAt } from '../runtime/entryAt.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import type { Content } from '../schedule/schedule.ts';
import type { Digest, DigestContext, DigestTitle } from './digestResult.ts';

/** Posts the section at a reading plan's position. */
export function* nextSection(
  content: Extract<Content, { kind: 'sections' }>,
  articles: readonly Article[],
  context: DigestContext,
): Steps<Digest> {
  const sections = yield* plannedSections(articles);
  if (sections.length === 0) return { kind: 'nothing', detail: 'no-text' };
  if (context.position >= sections.length && content.after === 'end') return { kind: 'nothing', detail: 'plan-ended' };
  const position = context.position % sections.length;
  const { article, section } = entryAt(sections, position);
  const over = position + 1 === sections.length;
  const next = over ? (content.after === 'wrap' ? 0 : null) : position + 1;
  return {
    ...sectionDigest(article, section, { content, context }),
    next,
    title: { ...titleOf(article, section), place: { number: position + 1, of: sections.length } },
  };
}

/** Lists the sections that a reading plan goes through: those with text, article by article. */
export function* plannedSections(
  articles: readonly Article[],
): Steps<readonly { readonly article: Article; readonly section: Section }[]> {
  const planned: { readonly article: Article; readonly section: Section }[] = [];
  for (const article of articles) {
    for (const section of sectionsOf(article)) if (hasText(article, section)) planned.push({ article, section });
    yield;
  }
  return planned;
}

/** Posts one section, by its heading. */
export function oneSection(
  content: Extract<Content, { kind: 'section' }>,
  article: Article,
  context: DigestContext,
): Digest {
  const section = sectionsOf(article).find(({ heading, number }) =>
    heading === null
      ? number === 0 && content.section === '0'
      : heading.toLowerCase() === content.section.toLowerCase(),
  );
  if (!section || !readSection(article, section)) return { kind: 'content-gone', detail: 'section' };
  return sectionDigest(article, section, { content, context });
}

/** The whole section if `full`, otherwise its summary. */
function sectionDigest(
  article: Article,
  section: Section,
  { content, context }: { readonly content: Content; readonly context: DigestContext },
): Extract<Digest, { kind: 'answer' }> {
  const title = titleOf(article, section);
  const name = String(section.number);
  const { length } = content;
  const answer = length === 'full' ? undefined : summarize(article, context.library, { section, length });
  if (answer?.kind === 'summary') {
    const request = { command: 'summary', options: { article: article.id, section: name, length } };
    return { kind: 'answer', answer, request, title };
  }
  const whole = readSection(article, section);
  if (!whole) throw new RangeError(`Section ${name} of ${article.id} has no text`);
  const request = { command: 'section', options: { name, article: article.id } };
  return { kind: 'answer', answer: whole, request, title };
}

function titleOf(article: Article, { heading }: Section): Extract<DigestTitle, { kind: 'section' }> {
  return { kind: 'section', title: article.title, heading, isOnly: sectionsOf(article).length === 1 };
}
