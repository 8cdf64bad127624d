// Asks the bot on this machine for its own health, as containers do at intervals: exit code 0 if it is well.
const { HTTP_HOST = '', HTTP_PORT = '' } = process.env;
const host = ['', '0.0.0.0', '::'].includes(HTTP_HOST) ? '127.0.0.1' : HTTP_HOST;
const address = `http://${host.includes(':') ? `[${host}]` : host}:${HTTP_PORT}/healthz`;
try {
  const response = await fetch(address, { signal: AbortSignal.timeout(4000) });
  process.stdout.write(`${await response.text()}\n`);
  process.exitCode = response.ok ? 0 : 1;
} catch (error) {
  process.stderr.write(`${address}: ${String(error.cause?.code ?? error.message)}\n`);
  process.exitCode = 1;
}
