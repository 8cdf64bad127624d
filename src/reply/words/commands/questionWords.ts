const AUXILIARY = 'is|are|was|were|do|does|did|has|have|had|can|could|will|would|should';
/**
 * Opens a heading that asks something, with the verb before what it says it of. "What the farmers saw" and "What it would cost"
 * ask nothing, so that only words which no verb can be said of are let in between.
 */
const ASKS = new RegExp(
  String.raw`^(?:who|what|when|where|why|how|(?:what|which) (?:kind|sort|part|share|time|year|day|month|size|colou?r)|how (?:much|many|long|old|far|big|large|small|often|soon|fast|tall|high|deep|wide|late|likely|well)) (?:${AUXILIARY}) \S|^(?:${AUXILIARY}) (?:the|an?|this|that|these|those|there|it|we|you|they|he|she|i|my|our|your|its|their) \S`,
  'iu',
);

/** Reads a heading as the question that it asks; undefined if it asks none. */
export function questionInHeading(heading: string): string | undefined {
  if (heading.endsWith('?')) return heading;
  return ASKS.test(heading) && !/[.!:]$/u.test(heading) ? `${heading}?` : undefined;
}

/** Asks about a name or a subject. */
export function questionAbout(subject: string): string {
  return `What does the article say about ${subject}?`;
}
