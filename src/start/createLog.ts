import { pino, type Logger } from 'pino';
import type { Config } from '../config.ts';

/** Creates the log: JSON lines without secrets, or something to read where people do. */
export function createLog({ LOG_LEVEL: level }: Config, interactive: boolean): Logger {
  const redact = ['token', '*.token', 'err.requestBody', 'err.request'];
  if (!interactive) return pino({ level, redact });
  return pino({
    level,
    redact,
    transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' } },
  });
}
