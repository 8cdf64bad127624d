import type { Article, Block, TextBlock } from '../article/article.ts';
import { shortEdition } from '../article/edition.ts';
import { formatHandle } from '../article/handle.ts';
import { pagesOf } from '../article/pagesOf.ts';
import { passageOfBlock, passageOfSentences, referenceOfBlock } from '../article/passage.ts';
import { formatReference, fragmentOf, type Reference } from '../article/references/reference.ts';
import { sectionsOf } from '../article/sections.ts';
import { citation } from '../excerpt/citation.ts';
import { pagesInWords } from '../excerpt/pagesInWords.ts';
import { excerptOf } from '../excerpt/excerpt.ts';
import { counted } from '../reply/words/counted.ts';
import { publishedInWords } from '../reply/words/publishedInWords.ts';
import { html, type Html } from './html.ts';
import { page } from './page.ts';

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur|ps|sd|ug|yi|dv|ckb)\b/u;

/** What a page shows besides the article. */
export interface ArticlePageOptions {
  readonly home?: string;
  readonly timeline?: Html | undefined;
  /** Shown above the article. */
  readonly notice?: Html | undefined;
  /** Fragments of passages whose text differs in another edition; the script says so for links that name no edition. */
  readonly changed?: readonly string[];
  /** A short note on a paragraph or caption, by its fragment. */
  readonly asides?: ReadonlyMap<string, Html>;
  /** Links to earlier editions. */
  readonly earlier?: readonly Html[];
}

/**
 * Renders an article as a page in which every passage has a link: `#p12`, `#p12.2`, `#fig2`, `#standfirst`, and with
 * the page's script also ranges (`#p3-5`, `#p12.2-3`). The text is the source, character for character. `home` is the
 * address of the list of articles; `timeline` is placed below the text, as the section `#timeline`.
 */
export function articlePage(
  article: Article,
  { home = './', timeline, notice, changed = [], asides = new Map(), earlier = [] }: ArticlePageOptions = {},
): string {
  const { title, blocks, language, url } = article;
  const direction = RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
  const titled = blocks.some(({ kind }) => kind === 'title');
  const body = html` <header class="masthead">
      <a href="${home}">All articles</a>
      <form class="find" role="search" hidden>
        <label for="find">Find in text</label> <input id="find" type="search" autocomplete="off" maxlength="100" />
        <span class="count" role="status"></span>
      </form>
    </header>
    <div class="layout">
      <nav class="outline" aria-label="Sections">${contentsList(article, timeline !== undefined)}</nav>
      <main lang="${language}" dir="${direction}">
        <p class="notice" lang="en" dir="ltr" role="note" ${notice ? [] : html`hidden`}>${notice ?? []}</p>
        <article data-edition="${shortEdition(article.edition)}" data-changed="${changed.join(' ')}">
          <header>
            ${titled ? [] : html`<h1>${title}</h1>`}
            ${blocks.flatMap((block, index) => (block.kind === 'title' || block.kind === 'standfirst' ? [renderBlock(article, { block, index, asides })] : []))}
            <p class="facts" lang="en" dir="ltr">
              ${facts(article)}${url === undefined ? [] : html` · <a href="${url}" rel="external noopener">Original</a>`}${earlier.length === 0 ? [] : html` · Earlier editions: ${earlier.flatMap((link, index) => (index === 0 ? [link] : [html`, `, link]))}`}
            </p>
          </header>
          ${blocks.flatMap((block, index) => (block.kind === 'title' || block.kind === 'standfirst' ? [] : [renderBlock(article, { block, index, asides })]))}
          ${timeline ?? []}
        </article>
      </main>
    </div>
    <p class="status" role="status" aria-live="polite"></p>`;
  return page({ title, language: 'en', body, script: true });
}

function facts(article: Article): string {
  const { author, publisher } = article;
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'paragraph').length;
  const parts = [
    author?.join(', '),
    publisher,
    publishedInWords(article, 'date unknown'),
    counted(paragraphs, 'paragraph'),
    `edition ${shortEdition(article.edition)}`,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function contentsList(article: Article, hasTimeline: boolean): Html {
  const entries = sectionsOf(article).flatMap(({ number, heading, paragraphs }) => {
    const target = number === 0 ? `p${paragraphs?.[0] ?? 1}` : `section${number}`;
    return [html`<li><a href="#${target}">${heading ?? 'Beginning'}</a></li>`];
  });
  return html`<h2>Sections</h2>
    <ol>
      ${entries}${hasTimeline ? html`<li><a href="#timeline">Timeline</a></li>` : []}
    </ol>`;
}

function renderBlock(
  article: Article,
  {
    block,
    index,
    asides,
  }: { readonly block: Block; readonly index: number; readonly asides: ReadonlyMap<string, Html> },
): Html {
  const reference = referenceOfBlock(article, index);
  const id = fragmentOf(reference);
  if (block.kind === 'title') return html`<h1 id="${id}">${article.source.slice(...block.span)}</h1>`;
  if (block.kind === 'heading') return heading(block.level, id, article.source.slice(...block.span));
  const text = sentences(article, block, index);
  const words = asides.get(id) ?? newPage(article, index);
  const aside = words ? html`<small class="aside" lang="en" dir="ltr">${words}</small>` : html``;
  if (block.kind === 'standfirst')
    return html`<p class="standfirst passage" id="${id}">${text}</p>
      ${aside}`;
  if (block.kind === 'caption') return caption(article, { block, index, id, text, aside });
  const number = formatReference(reference);
  return html`<div
    class="passage ${block.role ?? 'text'}"
    id="${id}"
    data-handle="${formatHandle(article, reference)}"
    data-reference="${number}"
  >
    <a class="number" href="#${id}" aria-label="Paragraph ${block.number}" dir="ltr">${block.number}</a
    >${paragraph(block, text)}${aside}${tools(article, index)}
  </div> `;
}

/** Says which page begins with a block, or within it. */
function newPage(article: Article, index: number): Html | undefined {
  const [here, before] = [article.blocks[index], article.blocks[index - 1]];
  const pages = here && pagesOf(here, here.span);
  const last = before && pagesOf(before, before.span);
  return pages === undefined || pages[1] === last?.[1] ? undefined : html`${pagesInWords(pages)}`;
}

function heading(level: number, id: string, text: string): Html {
  return level <= 2 ? html`<h2 id="${id}">${text}</h2> ` : html`<h3 id="${id}">${text}</h3> `;
}

function caption(
  article: Article,
  {
    block,
    index,
    id,
    text,
    aside,
  }: {
    readonly block: Extract<Block, { kind: 'caption' }>;
    readonly index: number;
    readonly id: string;
    readonly text: readonly Html[];
    readonly aside: Html;
  },
): Html {
  const reference = referenceOfBlock(article, index);
  const credit = block.credit ? html` <small class="credit">${article.source.slice(...block.credit)}</small>` : [];
  return html`<div
    class="passage caption"
    id="${id}"
    data-handle="${formatHandle(article, reference)}"
    data-reference="${formatReference(reference)}"
  >
    <a class="number" href="#${id}" dir="ltr">Fig. ${block.number}</a>
    <p><span class="quote">${text}</span>${credit}</p>
    ${aside}${tools(article, index)}
  </div> `;
}

function paragraph({ role }: Extract<Block, { kind: 'paragraph' }>, text: readonly Html[]): Html {
  if (role === 'quote') return html`<blockquote class="quote"><p>${text}</p></blockquote>`;
  if (role === 'code') return html`<pre class="quote" tabindex="0">${text}</pre>`;
  return html`<p class="quote">${text}</p>`;
}

/** Wraps each sentence, and keeps the text between sentences unchanged. */
function sentences(article: Article, block: TextBlock, index: number): readonly Html[] {
  const { source } = article;
  const last = passageOfBlock(article, index).span[1];
  return block.sentences.flatMap(([start, end], at) => {
    const reference: Reference = {
      ...passageOfSentences(article, index, [at, at + 1]).reference,
      sentences: [at + 1, at + 1],
    };
    const next = block.sentences[at + 1]?.[0] ?? Math.max(last, end);
    return [
      html`<span class="sentence" id="${fragmentOf(reference)}">${source.slice(start, end)}</span>`,
      html`${source.slice(end, next)}`,
    ];
  });
}

/** The copy buttons of a passage; the page contains what each copies, so that it is written in one place only. */
function tools(article: Article, index: number): Html {
  const excerpt = excerptOf(article, passageOfBlock(article, index));
  const { reference } = excerpt;
  const quote = citation('plain', [excerpt], { article });
  const cited = citation('apa', [excerpt], { article });
  return html`<span class="tools" lang="en" dir="ltr" hidden
    ><button type="button" data-copy="quote" data-text="${quote}" aria-label="Copy quote ${reference}">
      Copy quote</button
    ><button type="button" data-copy="citation" data-text="${cited}" aria-label="Copy citation ${reference}">
      Copy citation
    </button></span
  >`;
}
