import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../../../src/article/article.ts';
import { markdownOf, publicDocuments } from '../publicDocuments.ts';
import marked from './marked.json' with { type: 'json' };

/**
 * An article of the public data in which a reader marked the words that tell of an event, by where they start in its source:
 * those one would miss, others that one would accept, and words that tell the same as another one.
 */
export interface MarkedArticle {
  readonly of: string;
  /** The edition that the offsets are of. */
  readonly edition: string;
  readonly main: readonly number[];
  readonly other: readonly number[];
  readonly same: readonly (readonly number[])[];
}

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Imports the marked articles into a corpus that it makes in `folder`; returns each with the name of its own folder. */
export function importMarked(folder: string): readonly { readonly at: string; readonly marked: MarkedArticle }[] {
  const [texts, corpus] = [path.join(folder, 'texts'), path.join(folder, 'corpus')];
  mkdirSync(texts, { recursive: true });
  const documents = publicDocuments();
  const names = marked.articles.map(({ of }, at) => {
    const document = documents.get(of);
    if (!document) throw new RangeError(`No document "${of}" in the public data`);
    const name = `marked-${String(at).padStart(3, '0')}`;
    writeFileSync(path.join(texts, `${name}.md`), markdownOf(document));
    return name;
  });
  const files = names.map((name) => path.join(texts, `${name}.md`));
  const { status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'src/cli.ts'), 'import', ...files, '--corpus', corpus],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`The import of the marked articles ended with ${status}`);
  return names.map((name, at) => ({ at: path.join(corpus, name), marked: marked.articles[at]! }));
}

/** Checks that offsets are of the text at hand. */
export function checkEdition({ edition }: Article, { of, edition: expected }: MarkedArticle): void {
  if (edition !== expected) throw new RangeError(`"${of}" is not the text that was marked`);
}
