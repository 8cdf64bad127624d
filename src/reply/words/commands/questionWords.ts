/** Opens a heading that asks something; "What the farmers saw" asks nothing. */
const ASKS =
  /^(?:(?:who|what|when|where|why|how|which)(?: [\p{L}-]{1,20})? (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)|(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should)) \S/iu;

/** Reads a heading as the question that it asks; undefined if it asks none. */
export function questionInHeading(heading: string): string | undefined {
  if (heading.endsWith('?')) return heading;
  return ASKS.test(heading) && !/[.!:]$/u.test(heading) ? `${heading}?` : undefined;
}

/** Asks about a name or a subject. */
export function questionAbout(subject: string): string {
  return `What does the article say about ${subject}?`;
}
