import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

/**
 * Creates the log: JSON lines without secrets; pretty-printed on a terminal, one line per event, in order with other
 * output.
 */
export async function createLog({ LOG_LEVEL: level }: Config, interactive: boolean): Promise<Logger> {
  const redact = ['token', '*.token', 'err.requestBody', 'err.request', 'DATABASE_URL', '*.DATABASE_URL'];
  if (!interactive) return pino({ level, redact });
  const { default: pretty } = await import('pino-pretty');
  const stream = pretty({ sync: true, singleLine: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' });
  return pino({ level, redact }, stream);
}
