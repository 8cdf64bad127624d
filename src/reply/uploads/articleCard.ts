import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Article } from '../../article/article.ts';
import { shortEdition } from '../../article/edition.ts';
import type { KeptEdition } from '../../article/readKeptEditions.ts';
import { askRemoval, editionLine, ORIGINS } from '../words/uploads/uploadWords.ts';
import { buttonRow, escapedLine, factLines, fittingLines, listUnder, outlineLines, textDisplay } from './cardParts.ts';

const EDITIONS_MAX = 5;

interface ArticleView {
  readonly editions: readonly KeptEdition[];
  /** Whether members of this server have added it. */
  readonly isOurs: boolean;
  /** Whether the member may replace and remove it. */
  readonly mayChange: boolean;
}

/** Renders an article as it was read: what is known about it, its sections, what was left out, and its editions. */
export function articleCard(
  article: Article,
  { editions, isOurs, mayChange }: ArticleView,
): APIMessageTopLevelComponent[] {
  const { id, title, edition } = article;
  const kept = editions.map(({ article: other, received }) => editionLine(shortEdition(other.edition), received));
  return [
    textDisplay(
      [
        `**${escapedLine(title)}** · ${id}@${shortEdition(edition)}`,
        ...factLines(article),
        isOurs ? ORIGINS.ours : ORIGINS.theirs,
      ].join('\n'),
    ),
    textDisplay(fittingLines([...listUnder('editions', kept, { most: EDITIONS_MAX }), ...outlineLines(article)])),
    ...(mayChange
      ? [
          buttonRow([
            { name: 'replace', token: id, label: 'replace' },
            { name: 'remove', token: id, label: 'remove', style: 'danger' },
          ]),
        ]
      : []),
  ];
}

/** Asks whether an article is to be removed. */
export function removalCard({ id, title }: Article): APIMessageTopLevelComponent[] {
  return [
    textDisplay(askRemoval(escapedLine(title))),
    buttonRow([
      { name: 'erase', token: id, label: 'remove', style: 'danger' },
      { name: 'keep', token: id, label: 'keep' },
    ]),
  ];
}
