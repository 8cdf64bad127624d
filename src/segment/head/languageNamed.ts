const CODES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'ru',
  'uk',
  'cs',
  'el',
  'tr',
  'ar',
  'he',
  'zh',
  'ja',
  'ko',
];
let codes: ReadonlyMap<string, string> | undefined;

/** Finds the code of a language that is called by its name, in English or its own: "German", "Deutsch". */
export function languageNamed(name: string): string | undefined {
  codes ??= new Map(
    CODES.flatMap((code) =>
      ['en', code].map((inLanguage) => [
        new Intl.DisplayNames(inLanguage, { type: 'language' }).of(code)?.toLowerCase() ?? code,
        code,
      ]),
    ),
  );
  return codes.get(name.trim().toLowerCase());
}
