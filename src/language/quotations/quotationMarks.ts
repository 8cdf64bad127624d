/** A quotation mark at the start of a text. */
export const OPENING = /^["“”„‟«»'‘’‚‹›「『〝＂]/u;
/** A quotation mark at the end of a text. */
export const CLOSING = /["“”‟«»'’‘‹›」』〞〟＂]$/u;
/** Double quotation marks, wherever they stand. */
export const DOUBLE = /["“”„‟«»「」『』〝〞＂]/gu;
