/** What the server refused, in its own words: a main sentence, and one for each option or field that does not hold. */
export class Refusal extends Error {}

/** Puts a refusal into words: the sentences of its `errors` if it has some, otherwise its `message`. */
export function refusalText(answer: unknown): string | undefined {
  if (!isObject(answer)) return undefined;
  const sentences = sentencesOf(answer['errors'], '');
  if (sentences.length > 0) return sentences.join(' ');
  return typeof answer['message'] === 'string' ? answer['message'] : undefined;
}

/** What an error says to the user. */
export function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** `errors` nests like the request, down to `_errors: [{code, message}]`. */
function sentencesOf(part: unknown, name: string): string[] {
  if (!isObject(part)) return [];
  return Object.entries(part).flatMap(([key, inner]) => {
    if (key !== '_errors') return sentencesOf(inner, /^\d+$|^(?:options|value|data)$/.test(key) ? name : key);
    const messages = Array.isArray(inner)
      ? inner.flatMap((each) => (isObject(each) ? [String(each['message'])] : []))
      : [];
    return messages.map((message) => (name ? `${name}: ${message}` : message));
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
