/** What `Intl.DateTimeFormat` needs for each style of `<t:…:style>`; `R` is relative. */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
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
const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * Words a moment, in seconds since 1970, as Discord does for `<t:seconds:style>`. `style` is one of t T d D f F s S R; `nowMs`
 * matters for `R` alone. The locale is the browser's by default.
 */
export function timestamp(seconds: number, style: string, nowMs: number, locale?: string): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  if (style !== 'R') return new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES['f']).format(date);
  const distance = seconds - nowMs / 1000;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(distance) >= size) ?? ['second' as const, 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(distance / size), unit);
}
