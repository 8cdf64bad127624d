import type { Upload } from '../world/messageParts.ts';
import type { World } from '../world/world.ts';

/** Who sends a request: the bot, a member of the room, or somebody whom a token in the path lets in. */
export type Actor = { readonly kind: 'bot' | 'member'; readonly userId: string };

/** A request as its handler gets it. */
export interface Call {
  readonly world: World;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

/** What is sent back; 204 if there is no body. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
}

/** An endpoint: `path` has `:name` for each parameter. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** `token` needs no Authorization: the path holds a token. */
  readonly who: 'bot' | 'member' | 'both' | 'token';
  readonly run: (call: Call) => Reply | Promise<Reply>;
}

/** Builds a route of `/room`, for which no token is asked. */
export function controlRoute(method: Route['method'], path: string, run: Route['run']): Route {
  return { method, path, who: 'token', run };
}

/** A route with the parameters of the path that led to it. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Builds a finder: the route for a method and path, `'method'` where only other methods fit, nothing if no path does.
 * Literal parts win over parameters.
 */
export function createRouter(
  routes: readonly Route[],
): (method: string, path: string) => RouteMatch | 'method' | undefined {
  const compiled = routes
    .map((route) => ({
      route,
      literals: route.path.split('/').filter((part) => part !== '' && !part.startsWith(':')).length,
      pattern: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`),
    }))
    .toSorted((a, b) => b.literals - a.literals);
  return (method, path) => {
    let other = false;
    for (const { route, pattern } of compiled) {
      const match = pattern.exec(path);
      if (!match) continue;
      if (route.method === method) return { route, params: { ...match.groups } };
      other = true;
    }
    return other ? 'method' : undefined;
  };
}
