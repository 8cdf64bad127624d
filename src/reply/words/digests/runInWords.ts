import type { AnswerRun } from '../../../answer/schema/scheduleAnswers.ts';
import { ours, said, type Said } from '../../../answer/said.ts';
import { truncate } from '../../truncate.ts';
import { detailInWords } from './detailInWords.ts';

const DETAIL_MAX_CHARS = 160;
/** Why a run was not posted; the detail of `broken` is the id under which the log says more. */
const REASONS: Readonly<Record<string, string>> = {
  missed: 'it could not be posted on time, and this digest skips missed runs',
  'too-late': 'it could not be posted until later than this digest allows',
  superseded: 'a later run was due before it could be posted',
  paused: 'the digest was paused',
  disabled: 'the digest was stopped',
  nothing: 'there was nothing to post',
  'content-gone': 'what it posts is not available in its channel',
  forbidden: 'I was not allowed to post in its channel',
  gone: 'its channel does not exist, or I cannot see it',
  refused: 'Discord refused the message',
  unreachable: 'Discord could not be reached, or did not accept it',
  'unknown-outcome': 'it is unknown whether the message arrived, so it is not posted again',
  broken: 'something went wrong in the bot',
};

const UNDONE = { publish: '; not published', thread: '; without its thread' } as const;

type RunWords = Pick<AnswerRun, 'state' | 'reason' | 'detail' | 'late' | 'manual' | 'undone'>;

/** Says how a run ended, and why: "failed: Discord refused the message (Missing Access)". */
export function runInWords(run: RunWords): Said {
  const { state, late, manual } = run;
  const marks = [late ? 'late' : '', manual ? 'by /digest run' : ''].filter((mark) => mark !== '').join(', ');
  const outcome = state === 'pending' || state === 'claimed' ? 'under way' : state;
  const why = whyInWords(run);
  const first = ours(`${outcome}${marks === '' ? '' : ` (${marks})`}${why ? ': ' : ''}`);
  const done = why ? said`${first}${why}` : first;
  return (run.undone ?? []).reduce((before, { kind, detail }) => {
    const because = detail === null ? ours('') : said` (${truncate(detail, DETAIL_MAX_CHARS)})`;
    return said`${before}${ours(UNDONE[kind])}${because}`;
  }, done);
}

/** Says why a run was not posted; undefined if there is no reason to give. */
export function whyInWords({ reason, detail }: Pick<RunWords, 'reason' | 'detail'>): Said | undefined {
  if (reason === null) return undefined;
  const why = ours(REASONS[reason] ?? reason);
  const shown = detail === null || detail === '' ? undefined : detailInWords(reason, detail);
  return shown === undefined ? why : said`${why} (${truncate(shown, DETAIL_MAX_CHARS)})`;
}
