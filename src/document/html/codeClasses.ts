import type { DomDocument } from './domNode.ts';

/**
 * Takes the classes and ids off what is within a listing. They say how its words are coloured ("hljs-comment"), and Readability,
 * which goes by such names, would take the comments of the code for those of readers, and leave them out.
 */
export function withoutCodeClasses(document: DomDocument): void {
  for (const element of document.querySelectorAll('pre *, code *')) {
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
}
