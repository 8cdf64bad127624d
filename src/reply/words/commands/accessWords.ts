/** Says that a server-only command was used elsewhere; `noun` is what it manages, such as "digests". */
export function onlyInServers(noun: string): string {
  return `The ${noun} belong to a server. Use this command there; in a terminal, name the server with --guild.`;
}

/** Says that a member may not manage a server's settings or digests. */
export function mayNotManage(noun: string): string {
  return `You cannot manage the ${noun} of this server. That takes Manage Server, or an exception by an admin under Integrations.`;
}

/** Says that a member may not reload the articles. */
export function mayNotReload(): string {
  return 'Only members with Manage Server can reload the sources.';
}
