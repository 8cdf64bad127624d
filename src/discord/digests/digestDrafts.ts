import { randomBytes } from 'node:crypto';
import type { CommandOptions } from '../../command/command.ts';
import type { FormText } from './formText.ts';

/** A digest that is being created or edited in a form. */
export interface DigestDraft {
  readonly token: string;
  readonly guild: string;
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Whether the member had Manage Server, rather than an exception for the command. */
  readonly manages: boolean;
  /** What the command was used with. */
  readonly options: CommandOptions;
  /** What the form has shown at first. */
  readonly shown: FormText;
  /** What was typed last. Default: nothing yet. */
  typed?: FormText;
  state: 'waiting' | 'saving' | 'saved' | 'cancelled';
}

/** The digests in forms, in the memory of this process alone. */
export interface DigestDrafts {
  readonly open: (
    draft: Pick<DigestDraft, 'guild' | 'user' | 'manages' | 'options' | 'shown'>,
    now: number,
  ) => DigestDraft;
  /** Finds one for the member who opened it, in the same server; undefined if it is gone or has expired. */
  readonly find: (token: string, opener: Pick<DigestDraft, 'guild' | 'user'>, now: number) => DigestDraft | undefined;
  /** Takes one to be saved; false unless it waits, so that of two who take it at once only one gets it. */
  readonly claim: (token: string, opener: Pick<DigestDraft, 'guild' | 'user'>) => boolean;
  /** Lets one wait again that was taken and not saved. */
  readonly release: (token: string) => void;
  /** Whether one is being saved, or was saved. */
  readonly isTaken: (token: string) => boolean;
}

export const DRAFT_WAIT_MS = 15 * 60_000;
const PER_MEMBER = 5;
const DRAFTS_MAX = 1000;
const TOKEN_BYTES = 9;

/** Creates the list of drafts; the oldest give way to newer ones. */
export function createDigestDrafts(): DigestDrafts {
  const drafts = new Map<string, DigestDraft>();
  const forgetExpired = (now: number): void => {
    for (const { token, expires } of drafts.values()) if (expires <= now) drafts.delete(token);
  };
  return {
    open({ guild, user, manages, options, shown }, now) {
      forgetExpired(now);
      const own = [...drafts.values()].filter((each) => each.user === user);
      const [oldest] = own.length >= PER_MEMBER ? own : drafts.size >= DRAFTS_MAX ? drafts.values() : [];
      if (oldest) drafts.delete(oldest.token);
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const draft: DigestDraft = {
        token,
        guild,
        user,
        manages,
        options,
        shown,
        expires: now + DRAFT_WAIT_MS,
        state: 'waiting',
      };
      drafts.set(token, draft);
      return draft;
    },
    find(token, { guild, user }, now) {
      forgetExpired(now);
      const found = drafts.get(token);
      return found?.guild === guild && found.user === user ? found : undefined;
    },
    claim(token, { guild, user }) {
      const found = drafts.get(token);
      if (found?.guild !== guild || found.user !== user || found.state !== 'waiting') return false;
      found.state = 'saving';
      return true;
    },
    release(token) {
      const found = drafts.get(token);
      if (found?.state === 'saving') found.state = 'waiting';
    },
    isTaken(token) {
      const state = drafts.get(token)?.state;
      return state === 'saving' || state === 'saved';
    },
  };
}
