import { firstWritten, type HeadReader } from './head.ts';

/** A page of a manual: "LS(1)      User Commands      LS(1)". */
const MANUAL = /^(\S{1,40}\(\d\w{0,4}\))\s{2,}(?:\S.{0,80}?\s{2,})?\1$/u;
/** Reads the first line of a page of a manual; it and the last are furniture. */
export const manualHead: HeadReader = (parts) => {
  const at = firstWritten(parts);
  const manual = MANUAL.exec(parts[at]?.text ?? '')?.[1];
  if (manual === undefined) return undefined;
  return {
    parts: parts.map((part) =>
      (part.text.startsWith(`${manual} `) || part.text.endsWith(` ${manual}`)) && /\s{3,}/u.test(part.text)
        ? { ...part, shape: 'furniture' }
        : part,
    ),
    values: { title: manual },
  };
};
