import { pino } from 'pino';
import type { Logger } from 'pino';

/**
 * Structured lines on standard output. Fastify gives every request's lines its `requestId`. What could hold a secret is
 * never passed to it; the redaction is for what somebody passes by mistake.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { process: process.pid },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['authorization', 'cookie', 'password', 'token'].flatMap((name) => [
        name,
        `*.${name}`,
        `*.headers.${name}`,
      ]),
      censor: '(secret)',
    },
    serializers: { err: pino.stdSerializers.errWithCause },
  });
}
