import { createReader } from 'rapporteur-reader';
import { createTagger } from '../../answer/createTagger.ts';
import { tagFiles } from '../../app/tagFiles.ts';
import type { Article } from '../../article/article.ts';
import { readerOff } from '../../reply/words/messages/readerOff.ts';
import { counted } from '../../reply/words/counted.ts';
import type { Terminal } from '../terminal.ts';

/** Tags articles as they are imported, so that their events are read from the first question on. */
export interface ImportTagging {
  readonly tag: (article: Article) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Creates what tags imported articles, with its tags in a folder. Says on standard error how far it is with a long
 * article, and once if it cannot read at all; the import is done then all the same.
 */
export function createImportTagging(folder: string, terminal: Terminal): ImportTagging {
  const reader = createReader();
  const tagger = createTagger(reader, tagFiles(folder));
  let isOff = false;
  return {
    async tag(article) {
      if (isOff) return;
      await tagger.tag([article], {
        onProgress: (tagged, all) => {
          if (tagged < all) terminal.error(`${article.id}: ${tagged} of ${counted(all, 'sentence')} read for events\n`);
        },
      });
      const status = reader.status();
      if (status.state !== 'off') return;
      isOff = true;
      const why = readerOff(status.reason, status.detail);
      if (why !== undefined) terminal.error(`Simple rules alone will look for events: ${why}.\n`);
    },
    close: reader.close,
  };
}
