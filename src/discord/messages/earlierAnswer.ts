import type { Message } from 'discord.js';
import { type Article, isBodyBlock, isTextBlock } from '../../article/article.ts';
import { shortEdition } from '../../article/edition.ts';
import { formatHandle, parseHandle } from '../../article/handle.ts';
import { passageOfSentences, referenceOfBlock, resolveReference, type Passage } from '../../article/passage.ts';
import { formatReference } from '../../article/references/reference.ts';
import { sectionOfBlock, sectionsOf } from '../../article/sections.ts';
import { excerptOf } from '../../excerpt/excerpt.ts';
import { decodeRequest, type Request } from '../../reply/controls/request.ts';
import { BUTTONS } from '../../reply/words/controlWords.ts';
import { readEcho } from '../../reply/echo.ts';
import type { Earlier } from '../../utterance/intent.ts';

/** A request of a control, with the label of a button. */
type OfferedRequest = Request & { readonly label: unknown };

/** Options that hold the words that were asked with. */
const QUESTIONS = ['question', 'about', 'text'];

/**
 * Reads from one of the bot's own answers which passage it shows first. Its controls name the passage; the words are cut
 * from the article, so that nothing is known of one that is not among `articles`.
 */
export function earlierAnswer(
  { components }: Pick<Message, 'components'>,
  articles: ReadonlyMap<string, Article>,
): Earlier | undefined {
  const plain = components.map((component) => component.toJSON());
  const echoed = readEcho(plain);
  const requests = plain.flatMap((component) => requestsIn(component, echoed));
  const question = QUESTIONS.map((option) => echoed[option]).find((text) => text !== undefined);
  // What is cited is what is shown; a button may lead to the passage after it.
  const cited = requests.filter(({ options }) => options['reference'] !== undefined);
  for (const { options } of [...cited, ...requests]) {
    const handle = parseHandle(String(options['reference'] ?? options['text'] ?? ''));
    const article = handle && articles.get(handle.article);
    if (!article || (handle.edition !== undefined && handle.edition !== shortEdition(article.edition))) continue;
    const resolution = resolveReference(article, handle.reference);
    if (resolution.kind === 'passages' && resolution.passages[0])
      return { ...earlierAt(article, resolution.passages[0], question), ...otherLengths(requests) };
  }
  const named = requests.flatMap(({ options: { article } }) => articles.get(String(article)) ?? [])[0];
  const first = named?.blocks.findIndex(isBodyBlock) ?? -1;
  if (!named || first === -1) return undefined;
  return { ...earlierAt(named, passageOfSentences(named, first, [0, 1]), question), ...otherLengths(requests) };
}

/** The summaries that the buttons of one offer. */
function otherLengths(requests: readonly OfferedRequest[]): Pick<Earlier, 'shorter' | 'longer'> {
  const offered = (wanted: string): Earlier['shorter'] => {
    const found = requests.find(({ command, label }) => command === 'summary' && label === wanted)?.options;
    return found && Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]));
  };
  return { shorter: offered(BUTTONS.shorter), longer: offered(BUTTONS.longer) };
}

function earlierAt(article: Article, passage: Passage, question: string | undefined): Earlier {
  const { block } = passage;
  const excerpt = excerptOf(article, firstSentence(article, passage));
  const section = sectionOfBlock(sectionsOf(article), block)?.number;
  const paragraphs = [...article.blocks.entries()].flatMap(([index, one]) =>
    one.kind === 'paragraph' && isBodyBlock(one) ? [index] : [],
  );
  const handleOf = (index: number | undefined): string | undefined =>
    index === undefined ? undefined : formatHandle(article, formatReference(referenceOfBlock(article, index)));
  const following = paragraphs.find((index) => index > block);
  return {
    article: article.id,
    section: section === undefined ? undefined : String(section),
    handle: formatHandle(article, passage.reference),
    previous: handleOf(paragraphs.findLast((index) => index < block)),
    next: handleOf(following),
    onward: onwardFrom(article, block, following),
    passage: excerpt.text,
    question,
  };
}

/** The handle of a block, with the paragraph after it if that is in the same section. */
function onwardFrom(article: Article, block: number, following: number | undefined): string {
  const sections = sectionsOf(article);
  const own = referenceOfBlock(article, block);
  const next = following === undefined ? undefined : referenceOfBlock(article, following);
  const isOn =
    own.target === 'paragraph' &&
    next?.from === own.from + 1 &&
    sectionOfBlock(sections, block) === sectionOfBlock(sections, following ?? block);
  return formatHandle(article, formatReference(isOn ? { ...own, to: next.to } : own));
}

/** A follow-up is about one sentence: the first that is shown. */
function firstSentence(article: Article, passage: Passage): Passage {
  const block = article.blocks[passage.block];
  if (block === undefined || !isTextBlock(block)) return passage;
  const first = block.sentences.findIndex(([start, end]) => start >= passage.span[0] && end <= passage.span[1]);
  return first === -1 ? passage : passageOfSentences(article, passage.block, [first, first + 1]);
}

/** The requests of the controls in a component, those of a select with each of its entries. */
function requestsIn(component: unknown, echoed: Readonly<Record<string, string>>): readonly OfferedRequest[] {
  if (typeof component !== 'object' || component === null) return [];
  const {
    custom_id: id,
    label,
    options,
    components,
  } = component as {
    readonly custom_id?: unknown;
    readonly label?: unknown;
    readonly options?: readonly { readonly value?: unknown }[];
    readonly components?: readonly unknown[];
  };
  const values = options?.map(({ value }) => (typeof value === 'string' ? value : undefined)) ?? [undefined];
  const own = typeof id === 'string' ? values.flatMap((chosen) => decodeRequest(id, { echoed, chosen }) ?? []) : [];
  return [
    ...own.map((request) => ({ ...request, label })),
    ...(components ?? []).flatMap((inner) => requestsIn(inner, echoed)),
  ];
}
