// oxlint-disable no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F]/gu;
/** Colours and movements of a terminal. */
const ESCAPES = /\u001B\[[0-9;?]{0,20}[A-Za-z]/gu;
/** How printed manuals make letters bold or underline them: by printing in the same place again. */
const OVERSTRIKES = /(?:[^\r\n]\u0008)+(?=[^\r\n\u0008])/gu;
/** Share of a text that control characters may be; of binary files they are a tenth and more. */
const MAX_SHARE = 0.02;

/**
 * Takes control characters out of a text: what terminals and printers do with them is done; one next to white space
 * goes, another becomes "\uFFFD", so that no words or numbers grow together. Returns undefined if there are too many for a text.
 */
export function cleanControls(text: string): { readonly text: string; readonly notes: readonly string[] } | undefined {
  if (!hasControls(text)) return { text, notes: [] };
  const printed = text.replace(ESCAPES, '').replace(OVERSTRIKES, '');
  // DOS ends files with a substitute character.
  const ended = printed.replace(/[\u001A\u0000]{1,8}$/u, '');
  const count = ended.match(CONTROLS)?.length ?? 0;
  if (count > Math.max(1, ended.length * MAX_SHARE)) return undefined;
  const clean = ended.replace(CONTROLS, (_found, at: number) =>
    /^\s?$/u.test(ended.charAt(at - 1)) || /^\s?$/u.test(ended.charAt(at + 1)) ? '' : '\uFFFD',
  );
  if (clean.trim() === '') return undefined;
  return { text: clean, notes: count === 0 ? [] : [notice(count)] };
}

function hasControls(text: string): boolean {
  return text.search(CONTROLS) !== -1;
}

function notice(count: number): string {
  return `${count === 1 ? 'one control character' : `${count} control characters`} in it cannot be shown: left out next to a space, else shown as "\uFFFD"`;
}
