import { request } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** One GET over a unix socket or to a port on loopback; undefined when nobody answers in time. */
export function httpGet(
  target: { socketPath: string } | { port: number },
  path: string,
  timeoutMs = 5_000,
): Promise<HttpAnswer | undefined> {
  return new Promise((resolve) => {
    const asked = request(
      { ...target, ...('port' in target ? { host: '127.0.0.1' } : {}), path, timeout: timeoutMs },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => (body += text));
        answer.on('error', () => {
          resolve(undefined);
        });
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, body });
        });
      },
    );
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => {
      resolve(undefined);
    });
    asked.end();
  });
}
