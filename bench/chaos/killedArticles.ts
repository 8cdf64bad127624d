import { articleFileSchema, type Article } from '../../src/article/article.ts';
import { editionOf } from '../../src/article/edition.ts';
import { segmentText } from '../../src/segment/segmentText.ts';

/** Three editions of one article. */
export function killedArticles(): readonly Article[] {
  return ['first', 'second', 'third'].map((edition) => {
    const draft = segmentText(`The ${edition} edition\n\n${`This is the ${edition} edition. `.repeat(200)}\n`, {});
    if (draft.kind === 'invalid') throw new Error(draft.message);
    const { source, blocks } = draft;
    const file = { id: 'killed', title: edition, language: 'en', original: 'original.txt', blocks };
    return { ...articleFileSchema.parse({ ...file, edition: editionOf(source, blocks) }), source };
  });
}
