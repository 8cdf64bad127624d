/** How many requests of a kind pass in a window; counted for each channel or token in the path by itself. */
interface Limit {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly limit: number;
  readonly windowMs: number;
}

/** As Discord's answers have shown them; Discord documents none and may change them. */
const LIMITS: readonly Limit[] = [
  { name: 'message-create', method: 'POST', path: /^\/channels\/(\d+)\/messages$/, limit: 5, windowMs: 5000 },
  { name: 'message-edit', method: 'PATCH', path: /^\/channels\/(\d+)\/messages\/\d+$/, limit: 5, windowMs: 5000 },
  { name: 'message-delete', method: 'DELETE', path: /^\/channels\/(\d+)\/messages\/\d+$/, limit: 5, windowMs: 1000 },
  { name: 'message-list', method: 'GET', path: /^\/channels\/(\d+)\/messages$/, limit: 5, windowMs: 1000 },
  {
    name: 'thread-create',
    method: 'POST',
    path: /^\/channels\/(\d+)(?:\/messages\/\d+)?\/threads$/,
    limit: 5,
    windowMs: 5000,
  },
];
const GLOBAL_LIMIT = 50;
const GLOBAL_WINDOW_MS = 1000;

/** What the room answers as to limits: headers to add, and with `retryAfterMs` that the request is refused. */
export interface LimitVerdict {
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfterMs?: number;
  readonly global?: boolean;
}

/**
 * Builds Discord's rate limits: 50 requests a second over all, and a bucket for each route and channel. Interaction callbacks and webhooks
 * are outside the global limit. https://docs.discord.com/developers/topics/rate-limits
 */
export function createRateLimits(now: () => number): (method: string, path: string) => LimitVerdict {
  const windows = new Map<string, { until: number; used: number }>();

  const take = (key: string, limit: number, windowMs: number): { until: number; used: number; passes: boolean } => {
    const time = now();
    let window = windows.get(key);
    if (!window || window.until <= time) {
      window = { until: time + windowMs, used: 0 };
      windows.set(key, window);
    }
    const passes = window.used < limit;
    if (passes) window.used += 1;
    return { ...window, passes };
  };

  return (method, path) => {
    const exempt = /^\/(?:interactions|webhooks)\//.test(path);
    if (!exempt) {
      const all = take('global', GLOBAL_LIMIT, GLOBAL_WINDOW_MS);
      if (!all.passes) {
        return {
          headers: { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
          retryAfterMs: all.until - now(),
          global: true,
        };
      }
    }
    for (const limit of LIMITS) {
      const match = limit.method === method ? limit.path.exec(path) : null;
      if (!match) continue;
      const window = take(`${limit.name}:${match[1]}`, limit.limit, limit.windowMs);
      const resetMs = window.until - now();
      const headers = {
        'x-ratelimit-limit': String(limit.limit),
        'x-ratelimit-remaining': String(Math.max(0, limit.limit - window.used)),
        'x-ratelimit-reset': (window.until / 1000).toFixed(3),
        'x-ratelimit-reset-after': (resetMs / 1000).toFixed(3),
        'x-ratelimit-bucket': Buffer.from(limit.name).toString('hex'),
        ...(window.passes ? {} : { 'x-ratelimit-scope': 'user' }),
      };
      return window.passes ? { headers } : { headers, retryAfterMs: resetMs };
    }
    return { headers: {} };
  };
}
