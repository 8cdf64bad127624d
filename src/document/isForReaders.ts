/**
 * Returns true if a file in a folder or an archive is there to be read: no part of its path is hidden (`.git`,
 * `__MACOSX`) or belongs to a program (`node_modules`), and it is no part of a saved page, which has its files in a
 * folder beside it: `Page.html` and `Page_files/`.
 */
export function isForReaders(path: string, siblings: readonly string[] | ReadonlySet<string>): boolean {
  const known = siblings instanceof Set ? siblings : new Set(siblings);
  const folders = path.split('/').slice(0, -1);
  return (
    !path.split('/').some((part) => part.startsWith('.') || part.startsWith('~$') || SKIPPED.has(part)) &&
    !folders.some((folder, at) => {
      const page = /^(.+)(?:_files|\.files|-Dateien|_fichiers|_archivos)$/u.exec(folder)?.[1];
      const parent = [...folders.slice(0, at), page].join('/');
      return page !== undefined && (known.has(`${parent}.html`) || known.has(`${parent}.htm`));
    })
  );
}

const SKIPPED: ReadonlySet<string> = new Set(['__MACOSX', 'node_modules', 'Thumbs.db']);
