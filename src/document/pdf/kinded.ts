import type { Fragment } from '../../segment/fragment.ts';
import type { PdfLine } from './pdfLine.ts';

/** A block with the lines that it was made of. */
export type Kinded = Fragment & { readonly lines: readonly PdfLine[] };
