import { whyUnwritable } from '../../intake/writeUpload.ts';
import { WRITE_TROUBLES } from '../../reply/words/uploads/uploadWords.ts';
import type { Config } from '../../runtime/config.ts';
import type { Finding } from './finding.ts';

/** Says whether those who manage a server can add articles from Discord. */
export async function checkUploads({
  corpus,
  config,
}: {
  readonly corpus: string;
  readonly config: Pick<Config, 'UPLOADS' | 'UPLOADS_PER_SERVER'>;
}): Promise<Finding> {
  const name = 'uploads';
  if (config.UPLOADS === 'off')
    return { name, state: 'ok', detail: 'nobody can add articles from Discord (UPLOADS=off)' };
  const reason = await whyUnwritable(corpus);
  if (reason !== undefined)
    return {
      name,
      state: 'warn',
      detail: `nobody can add articles from Discord: ${WRITE_TROUBLES[reason]}; UPLOADS=off ends this warning`,
    };
  return {
    name,
    state: 'ok',
    detail: `who manages a server can add up to ${config.UPLOADS_PER_SERVER} articles, which that server alone sees`,
  };
}
