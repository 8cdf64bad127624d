/** A name as citation styles need it: in parts for people, whole for groups and for names that have no parts. */
export type PersonName =
  | { readonly kind: 'person'; readonly given: string; readonly family: string; readonly suffix?: string }
  | { readonly kind: 'whole'; readonly name: string };

const PARTICLE =
  /^(?:van|von|der|den|de|del|della|delle|di|da|dos|das|do|du|la|le|les|el|al|bin|ibn|ben|ter|ten|zu|zur|zum|af|av|y)$/u;
const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/u;
const GROUP =
  /\b(?:the|of|and|for|&)\b|&|\d|\b(?:Agency|Association|Board|Bureau|Center|Centre|Commission|Committee|Company|Council|Department|Desk|Division|Foundation|Group|Inc|Institute|Institution|Ltd|Ministry|Network|News|Office|Organi[sz]ation|Press|Project|Research|Review|School|Society|Staff|Team|Times|Union|University)\b/u;
const NAME_MAX_WORDS = 5;

/**
 * Parts a name: "Given Family" with particles ("Ludwig van Beethoven") and suffixes, or "Family, Given". What looks
 * like a group, has one word, or is written without spaces stays whole.
 */
export function parseName(name: string): PersonName {
  const text = name.trim().replace(/\s+/gu, ' ');
  const [family, given, suffix] = text.split(/\s*,\s*/u);
  if (given !== undefined && SUFFIX.test(given)) return withSuffix(parseName(family!), given);
  if (given !== undefined)
    return { kind: 'person', given, family: family!, ...(suffix === undefined ? {} : { suffix }) };
  const words = text.split(' ');
  if (words.length < 2 || words.length > NAME_MAX_WORDS || GROUP.test(text)) return { kind: 'whole', name: text };
  if (words.length > 2 && SUFFIX.test(words.at(-1)!))
    return withSuffix(parseName(words.slice(0, -1).join(' ')), words.at(-1)!);
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && PARTICLE.test(word));
  const split = particle === -1 ? words.length - 1 : particle;
  return { kind: 'person', given: words.slice(0, split).join(' '), family: words.slice(split).join(' ') };
}

/** Writes a name in its natural order. */
export function fullName(name: PersonName): string {
  if (name.kind === 'whole') return name.name;
  return [name.given, name.family, ...(name.suffix === undefined ? [] : [name.suffix])].join(' ');
}

/** Gives what a name is sorted and short-cited by. */
export function familyName(name: PersonName): string {
  return name.kind === 'whole' ? name.name : name.family;
}

/** Writes given names as initials: "Mary-Ann J. K." is "M.-A. J. K.". */
export function initials(given: string): string {
  return given
    .split(/[\s.]+/u)
    .filter(Boolean)
    .map((word) =>
      word
        .split(/[-‐‑]/u)
        .filter(Boolean)
        .map((part) => `${Array.from(part)[0]!}.`)
        .join('-'),
    )
    .join(' ');
}

function withSuffix(name: PersonName, suffix: string): PersonName {
  return name.kind === 'whole' ? { kind: 'whole', name: `${name.name}, ${suffix}` } : { ...name, suffix };
}
