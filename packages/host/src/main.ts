import { pino } from 'pino';
import { createHostHelper, type HostHelper } from './hostHelper.ts';
import { HostError } from './HostError.ts';
import { parseHostOptions, type HostOptions } from './hostOptions.ts';
import { claimHost, findGroupId, listenForGroup } from './listen.ts';
import { runCommand } from './runCommand.ts';
import { createHostServer } from './serveRequests.ts';
import { wantedSettings } from './settings/wantedSettings.ts';

const log = pino({ errorKey: 'error' });

/** `main.ts` serves until it is ended; `main.ts restore` puts the host back as it was, when no helper serves. */
async function main(command: string | undefined): Promise<void> {
  const options = parseHostOptions(process.env);
  const helper = createHostHelper({ options, wantedSettings, run: runCommand, log });
  if (command === 'restore') {
    await claimHost(options.firewallTable);
    await helper.restore();
  } else if (command === undefined) {
    await serve(options, helper);
  } else {
    throw new HostError(
      'rejected',
      `Unknown command "${command}". Use \`restore\`, or none to serve.`,
    );
  }
}

/** The socket listens only after the firewall, the uplink and the kernel settings are in place. */
async function serve(options: HostOptions, helper: HostHelper): Promise<void> {
  const groupId = await findGroupId(options.socketGroup, runCommand);
  await claimHost(options.firewallTable);
  await helper.start();
  const server = createHostServer(helper, log);
  await listenForGroup(server, options.socketPath, groupId);
  log.info({ socketPath: options.socketPath, uplinkSubnet: options.uplinkSubnet.cidr }, 'ready');

  let isChecking = false;
  const checks = setInterval(() => {
    if (isChecking) return;
    isChecking = true;
    void helper.check().finally(() => {
      isChecking = false;
    });
  }, options.checkIntervalMs);

  /** Leaves bridges, firewall and settings as they are: labs go on while the helper is being replaced. */
  function end(signal: string): void {
    log.info({ signal }, 'ending');
    clearInterval(checks);
    server.close(() => {
      void helper.close().then(() => process.exit(0));
    });
    server.closeIdleConnections();
  }
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

main(process.argv[2]).catch((error: unknown) => {
  log.fatal({ error }, error instanceof HostError ? error.message : 'The host helper failed.');
  process.exitCode = 1;
});
