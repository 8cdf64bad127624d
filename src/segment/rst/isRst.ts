const DIRECTIVE = /^\.\. (?:[a-z][a-z:-]{1,40}::(?:\s|$)|_[^:\n]{1,80}:(?:\s|$))/mu;
const ROLE = /(?<![\p{L}\p{N}]):[a-z][\w:-]{0,40}:`[^`\n]{1,200}`/u;
const UNDERLINED = /^\S[^\n]{0,200}\n([=\-~^"'*#+`])\1{2,200}[ \t]*$/mu;

/** Returns true if a plain text, or its start, is written in reStructuredText: underlined titles, and directives or roles as only that has them. */
export function isRst(text: string): boolean {
  const start = text.replaceAll('\r\n', '\n');
  return UNDERLINED.test(start) && (DIRECTIVE.test(start) || ROLE.test(start));
}
