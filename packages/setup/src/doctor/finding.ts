import type { Finding } from '../machine/judgeMachine.ts';

export function ok(message: string): Finding {
  return { level: 'ok', message };
}

export function problem(level: 'warning' | 'error', message: string, remedy: string): Finding {
  return { level, message, remedy };
}
