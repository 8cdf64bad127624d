import { channel as mention, ours, said, type Said } from '../../../answer/said.ts';

/** What stands on the form of a digest and on its preview. */
export const FORM_LABELS = {
  create: 'New digest',
  edit: 'Edit digest',
  name: 'Name',
  what: 'What it posts',
  when: 'When',
  channel: 'Where',
  mention: 'Role that each post mentions',
  save: 'Save',
  change: 'Change',
  cancel: 'Cancel',
} as const;

/** Says what an empty field for the channel means: the channel of the form, or no change. */
export const EMPTY_CHANNEL = {
  create: 'If empty: the channel you are in',
  edit: 'If empty: the channel stays as it is',
} as const;

/** Says that nothing was saved. */
export const NOT_SAVED = 'Nothing was saved.';

/** Why a form cannot be used any more. */
export type GoneForm =
  | { readonly kind: 'unknown' | 'cancelled' | 'saving' }
  | { readonly kind: 'saved'; readonly name: string };

/** Says why a form cannot be used any more. */
export function goneForm(gone: GoneForm): Said {
  switch (gone.kind) {
    case 'unknown':
      return ours(
        'This form is no longer waiting: it was saved or cancelled, its time was up, newer ones took its place, or the bot was restarted or answers from another process. `/digest list` shows what is saved.',
      );
    case 'cancelled':
      return ours('This form was closed without saving. Use `/digest create` or `/digest edit` again.');
    case 'saving':
      return ours('This is being saved.');
    case 'saved':
      return said`This was already saved as the digest “${gone.name}”.`;
    default:
      return gone satisfies never;
  }
}

/** Introduces what a digest would post next. */
export function wouldPost(name: string, channel: string): Said {
  return said`Not saved yet. This is what “${name}” would post next in ${mention(channel)}, without the buttons:`;
}

/** Introduces a digest whose next post cannot be shown. */
export function notSavedYet(name: string, channel: string): Said {
  return said`Not saved yet. “${name}” would post in ${mention(channel)}.`;
}

/** Said if what a channel may see cannot be looked up. */
export const POST_UNKNOWN =
  'What it would post cannot be shown: I could not find out which articles the channel may see.';

/** Said if a post does not fit beside the rest. */
export const POST_TOO_LONG =
  'What it would post next is too long to be shown here. `/digest preview` shows it once this is saved.';

/** Said if no run of a digest is due. */
export const NO_RUN_DUE = 'No run of it is due.';
/** Said if a digest does not run until it is resumed. */
export const NO_RUN_UNTIL_RESUMED = 'It does not run until `/digest resume`.';

/** Says how long a form waits. */
export function formWaits(minutes: number): string {
  return `-# This waits ${minutes} minutes from when the form was opened.`;
}
