import { DOMParser } from 'linkedom';
import { splitNames } from '../../excerpt/splitNames.ts';
import type { DraftMetadata } from '../../segment/draft.ts';
import { oneLine } from '../../segment/oneLine.ts';
import { isElement, tagOf, type DomElement, type DomNode } from '../html/domNode.ts';
import { publicationDate } from '../html/pageMetadata.ts';

/** What the package file of a book says: what it is, and its files in reading order. */
export interface BookPackage {
  readonly metadata: Partial<DraftMetadata>;
  /** Relative to the package file. */
  readonly spine: readonly string[];
}

/** Reads a package file (OPF). Covers and lists of contents are no text of the book. */
export function readPackage(opf: string): BookPackage {
  const document = new DOMParser().parseFromString(opf, 'text/xml') as unknown as DomNode;
  const elements = [...descendants(document)];
  const named = (name: string): readonly DomElement[] => elements.filter((element) => tagOf(element) === name);
  const valueOf = (name: string): string | undefined =>
    named(name)
      .map(({ textContent }) => oneLine(textContent ?? ''))
      .find((text) => text !== '');
  const items = new Map(named('item').map((item) => [item.getAttribute('id') ?? '', item]));
  const spine = named('itemref').flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref') ?? '');
    const isText = /html/iu.test(item?.getAttribute('media-type') ?? '');
    const isNavigation = /(?:^|\s)nav(?:\s|$)/u.test(item?.getAttribute('properties') ?? '');
    return item && isText && !isNavigation && reference.getAttribute('linear') !== 'no'
      ? [item.getAttribute('href') ?? '']
      : [];
  });
  const [title, language, publisher] = [valueOf('title'), valueOf('language'), valueOf('publisher')];
  const author = bookAuthors(named('creator'), named('meta'));
  const dates = named('date').filter((date) => !/modif/iu.test(date.getAttribute('opf:event') ?? ''));
  const published = dates
    .map(({ textContent }) => publicationDate(textContent ?? ''))
    .find((date) => date !== undefined);
  const url = [valueOf('source'), valueOf('identifier')].find(
    (text) => text !== undefined && /^https?:\/\/\S+$/u.test(text),
  );
  return {
    metadata: {
      ...(title === undefined ? {} : { title }),
      ...(author.length === 0 ? {} : { author }),
      ...(published === undefined || published.startsWith('0') ? {} : { published }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined || !URL.canParse(url) ? {} : { url }),
      ...(language === undefined || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language) ? {} : { language }),
    },
    spine,
  };
}

/** Those who wrote the book; editors and illustrators are creators of it, too. */
function bookAuthors(creators: readonly DomElement[], metas: readonly DomElement[]): readonly string[] {
  const roleOf = (creator: DomElement): string =>
    creator.getAttribute('opf:role') ??
    metas.find(
      (meta) =>
        meta.getAttribute('refines') === `#${creator.getAttribute('id') ?? ''}` &&
        meta.getAttribute('property') === 'role',
    )?.textContent ??
    'aut';
  return creators
    .filter((creator) => roleOf(creator).trim() === 'aut')
    .flatMap(({ textContent }) => splitNames(oneLine(textContent ?? '')))
    .filter((name) => name.length > 1);
}

function* descendants(node: DomNode): Generator<DomElement> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* descendants(child);
  }
}
