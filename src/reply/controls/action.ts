import type { Excerpt } from '../../excerpt/excerpt.ts';
import { handleOf, type RenderContext } from '../parts/renderContext.ts';
import type { Request } from './request.ts';

/** A button: its label, and the request it makes or the link it opens. */
export type Action =
  | { readonly label: string; readonly request: Request }
  | { readonly label: string; readonly url: string };

/** What the actions of a page depend on. */
export interface ActionContext extends RenderContext {
  readonly hidden: boolean;
  /** The page number, from 1, and the number of pages. */
  readonly position: { readonly number: number; readonly of: number };
}

/** Asks for a passage, by its handle. */
export function quoteOf(excerpt: Excerpt, scope?: 'paragraph' | 'context'): Request {
  return { command: 'quote', options: { text: handleOf(excerpt), ...(scope ? { scope } : {}) } };
}
