/** What `Intl.DateTimeFormat` needs for each style of `<t:…:style>`; `R` is relative. */
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** Units from large to small, in seconds, with the distance from which each is used. */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * Words a moment as Discord does for `<t:seconds:style>`.
 *
 * @param {number} seconds since 1970
 * @param {string} style one of t T d D f F s S R
 * @param {number} nowMs the present, for `R`
 * @param {string} [locale] the reader's by default
 */
export function timestamp(seconds, style, nowMs, locale) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  if (style !== 'R') return new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES.f).format(date);
  const distance = seconds - nowMs / 1000;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(distance) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(distance / size), unit);
}
