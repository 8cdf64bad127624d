/** Names the part of an article that has no heading: what is before the first one, or the whole text if there are no headings. */
export function unheadedName(sections: readonly unknown[]): string {
  return sections.length > 1 ? 'Before the first heading' : 'The whole text';
}
