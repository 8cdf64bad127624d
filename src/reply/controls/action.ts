import type { Excerpt } from '../../excerpt/excerpt.ts';
import { handleOf, type RenderContext } from '../parts/renderContext.ts';
import type { Request } from './request.ts';

/** What a control does: make a request, open a link, or nothing where a step leads no further. */
export type Action =
  | {
      readonly label: string;
      readonly request: Request;
      readonly marker?: string;
      readonly isMain?: boolean;
      readonly isDanger?: true;
    }
  | { readonly label: string; readonly url: string }
  | { readonly label: string; readonly isOff: true };

/** What the actions of a page depend on. */
export interface ActionContext extends RenderContext {
  readonly hidden: boolean;
  /** The page number, from 1, the number of pages, and what this page is called. */
  readonly position: { readonly number: number; readonly of: number; readonly label: string };
}

/** Asks for a passage, by its handle. */
export function quoteOf(excerpt: Excerpt, scope?: 'paragraph' | 'context'): Request {
  return { command: 'quote', options: { text: handleOf(excerpt), ...(scope ? { scope } : {}) } };
}
