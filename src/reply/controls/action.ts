import type { Excerpt } from '../../excerpt/excerpt.ts';
import { handleOf, type RenderContext } from '../parts/renderContext.ts';
import type { Request } from './request.ts';

/** A button: its words, and what it asks for or where it leads. */
export type Action =
  | { readonly label: string; readonly request: Request }
  | { readonly label: string; readonly url: string };

/** What the actions of a page depend on. */
export interface ActionContext extends RenderContext {
  readonly hidden: boolean;
  /** Which page it is, counted from 1, of how many. */
  readonly position: { readonly number: number; readonly of: number };
}

/** Asks for a passage, by its handle. */
export function quoteOf(excerpt: Excerpt, scope?: 'paragraph' | 'context'): Request {
  return { command: 'quote', options: { text: handleOf(excerpt), ...(scope ? { scope } : {}) } };
}
