/** Whether a database is given as the URL of a PostgreSQL database, rather than as a SQLite file. */
export function isServerUrl(database: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(database);
}

/** Names a database in messages and logs: a file's path, or a URL without user, password and options. */
export function publicName(database: string): string {
  if (!isServerUrl(database)) return database;
  const { hostname, port, pathname, searchParams } = new URL(database);
  const host = decodeURIComponent(hostname) || (searchParams.get('host') ?? 'localhost');
  return `postgres://${host}${port === '' ? '' : `:${port}`}${pathname}`;
}
