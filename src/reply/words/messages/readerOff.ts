import type { OffReason } from 'rapporteur-reader';

const WHY: Readonly<Record<Exclude<OffReason, 'closed'>, (detail: string) => string>> = {
  'model-missing': (file) =>
    `the reader's model file "${file}" is missing; take packages/reader/model from the release`,
  'model-damaged': (file) =>
    `the reader's model file "${file}" is damaged (its checksum differs); take packages/reader/model from the release`,
  'runtime-missing': (error) => `no runtime for the reader's model can be loaded (${error}); \`npm ci\` installs one`,
  crashed: (error) => `the reader's thread crashed twice (${error}); restart to try again`,
};

/** Says why the reader is off and what to do, without a full stop; undefined if it was closed on purpose. */
export function readerOff(reason: OffReason, detail: string): string | undefined {
  return reason === 'closed' ? undefined : WHY[reason](detail.split('\n', 1).join(''));
}
