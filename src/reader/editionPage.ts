import { compareEditions, type Change } from '../answer/compareEditions.ts';
import type { Article, Edition } from '../article/article.ts';
import { shortEdition } from '../article/edition.ts';
import type { KeptEdition } from '../article/readKeptEditions.ts';
import { formatReference, fragmentOf, parseReference, type Reference } from '../article/references/reference.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import { editionName } from '../reply/words/verdicts/editionWords.ts';
import { editionNotes } from '../reply/words/editionNotes.ts';
import { articlePage } from './articlePage.ts';
import { EDITION_WORDS, notKept } from '../reply/words/readerWords.ts';
import { andMore } from '../reply/words/sourceWords.ts';
import { edtfInWords } from '../reply/words/events/edtfInWords.ts';
import { editionDifferences } from './editionDifferences.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';
import { passagesByFragment } from './passagesByFragment.ts';
import { present } from '../runtime/entryAt.ts';

/** Editions to compare a page with, to say where its text has changed. */
const COMPARED_MAX = 10;
/** Passages of each kind that are named above a page; each has its note next to it, too. */
const LISTED_MAX = 20;

/** Renders a kept edition, with what has changed since above it and next to each paragraph that was moved or changed. */
export function earlierPage(present: Article, { article, received }: KeptEdition): string {
  const { changed, moved, added } = editionDifferences(article, present);
  const comparing = (fragment: string, name: string): Html =>
    html`<a href="${addressOf(article)}&amp;compare=${fragment}">${name}</a>`;
  const there = (fragment: string): Html => html`<a href="${addressOf(present)}#${fragment}">${nameOf(fragment)}</a>`;
  const overview = [
    { words: EDITION_WORDS.changed, links: changed.map((fragment) => comparing(fragment, nameOf(fragment))) },
    { words: EDITION_WORDS.moved, links: moved.map(([from, to]) => html`${nameOf(from)} as ${there(to)}`) },
    { words: EDITION_WORDS.added, links: added.map(there) },
  ].filter(({ links }) => links.length > 0);
  const notice = html`This is ${editionName(article.edition, received)} of this article.
    <a href="${addressOf(present)}">The present edition is ${shortEdition(present.edition)}.</a>
    ${
      overview.length === 0
        ? EDITION_WORDS.same
        : overview.map(({ words, links }) => html`<br />${words}: ${listedLinks(links)}.`)
    }`;
  const asides = new Map([
    ...changed.map((fragment) => [fragment, comparing(fragment, EDITION_WORDS.changed)] as const),
    ...moved.map(([from, to]) => [from, html`Now ${there(to)}`] as const),
  ]);
  return articlePage(article, { notice, asides });
}

/** Says above the present edition that the requested one is not kept. */
export function missingEditionNotice(present: Article, hash: string): Html {
  return html`${notKept(hash, shortEdition(present.edition))}`;
}

/** Lists the passages, by fragment, whose text differs in a kept edition. */
export function changedFragments(present: Article, kept: readonly KeptEdition[]): readonly string[] {
  const others = kept.slice(0, COMPARED_MAX).map(({ article }) => passagesByFragment(article));
  return Array.from(passagesByFragment(present)).flatMap(([fragment, text]) =>
    others.some((other) => other.get(fragment) !== text) ? [fragment] : [],
  );
}

/** Renders what happened to one passage of a kept edition; undefined if that edition has no such passage. */
export function comparePage(present: Article, { article: old }: KeptEdition, typed: string): string | undefined {
  const reference = parseReference(typed);
  const comparison = reference && compareEditions(old, present, reference);
  if (!comparison || comparison.kind === 'missing') return undefined;
  const names = {
    earlier: shortEdition(old.edition),
    present: shortEdition(present.edition),
    reference: formatReference(reference),
  };
  const title = `${formatReference(reference)} of “${present.title}”`;
  const body = html`<main class="list compared">
    <h1>${title}</h1>
    ${editionNotes(comparison, names).map((note) => html`<p>${note}</p>`)} ${passages(old.edition, comparison.old)}
    ${comparison.kind === 'gone' ? [] : passages(present.edition, comparison.candidates)}
    ${
      comparison.changes.length === 0
        ? []
        : html`<h2>What changed</h2>
            <p class="changes" lang="${present.language}">${comparison.changes.map(change)}</p>`
    }
  </main>`;
  return page({ title, language: 'en', body });
}

/** Links to an edition's page from another one of the reader, by the day of its import if that is known. */
export function editionLink({ article, received }: KeptEdition): Html {
  const hash = shortEdition(article.edition);
  const name = received === undefined ? hash : `${edtfInWords(received)} (${hash})`;
  return html`<a href="${addressOf(article)}">${name}</a>`;
}

/** The address of an edition's page, seen from another page of the reader. */
function addressOf({ id, edition }: Pick<Article, 'id' | 'edition'>): string {
  return `${id}?edition=${shortEdition(edition)}`;
}

function listedLinks(links: readonly Html[]): readonly Html[] {
  const shown = links.slice(0, LISTED_MAX).flatMap((link, index) => (index === 0 ? [link] : [html`, `, link]));
  const more = links.length - LISTED_MAX;
  return more > 0 ? [...shown, html` ${andMore(more)}`] : shown;
}

function passages(edition: Edition, excerpts: readonly Excerpt[]): Html {
  return html`<h2>Edition ${shortEdition(edition)}</h2>
    ${excerpts.map(
      (excerpt) =>
        html`<p>
          <a
            href="${addressOf({ id: excerpt.article, edition })}#${fragmentOf(present(parseReference(excerpt.reference)))}"
            >${excerpt.reference}</a
          >
          <span class="quote">${excerpt.text}</span>
        </p>`,
    )}`;
}

function change({ kind, text }: Change): Html {
  if (kind === 'removed') return html`<del>${text}</del>`;
  return kind === 'added' ? html`<ins>${text}</ins>` : html`${text}`;
}

function nameOf(fragment: string): string {
  const reference: Reference | undefined = parseReference(fragment.replace(/^section/u, '§'));
  return reference ? formatReference(reference) : fragment;
}
