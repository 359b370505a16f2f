import type { Service } from './service.ts';

export function unitName(service: string): string {
  return `labcast-${service}.service`;
}

/** The text of a unit that runs a service, and starts it again after a failure and after a reboot. */
export function renderUnit(service: Service): string {
  const after = service.after.map(unitName);
  return [
    '# Written by `make up`; it is written again at the next run.',
    '[Unit]',
    `Description=${service.description}`,
    `After=${['network-online.target', 'incus.service', ...after].join(' ')}`,
    `Wants=${['network-online.target', ...after].join(' ')}`,
    // It shall come back however long its neighbours are away.
    'StartLimitIntervalSec=0',
    '',
    '[Service]',
    `User=${service.user}`,
    `ExecStart=${service.command.map(quote).join(' ')}`,
    ...Object.entries(service.environment).map(
      ([name, value]) => `Environment=${quote(`${name}=${value}`)}`,
    ),
    `KillSignal=SIG${service.stopSignal}`,
    `KillMode=${service.leavesChildren ? 'process' : 'mixed'}`,
    'TimeoutStopSec=30',
    'Restart=always',
    'RestartSec=1',
    `LimitNOFILE=${String(service.openFiles)}`,
    ...renderHardening(service),
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n');
}

function renderHardening({ hardening }: Service): string[] {
  return [
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    ...hardening.writablePaths.map((path) => `ReadWritePaths=${quote(path)}`),
    'ProtectHome=yes',
    'PrivateTmp=yes',
    'ProtectClock=yes',
    'ProtectHostname=yes',
    'LockPersonality=yes',
    'RestrictSUIDSGID=yes',
    'RestrictRealtime=yes',
    'SystemCallArchitectures=native',
    `CapabilityBoundingSet=${hardening.capabilities.join(' ')}`,
    ...(hardening.mayChangeKernelSettings
      ? []
      : [
          // The host helper freezes machines through them, which is a kernel setting too.
          'ProtectControlGroups=yes',
          'ProtectKernelTunables=yes',
          'ProtectKernelModules=yes',
          'ProtectKernelLogs=yes',
          'PrivateDevices=yes',
          'RestrictNamespaces=yes',
          'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6',
        ]),
  ];
}

/** systemd expands `%` and, in commands, `$`; both are doubled to stand for themselves. */
function quote(text: string): string {
  const literal = text.replace(/[\\"]/g, '\\$&').replace(/%/g, '%%').replace(/\$/g, '$$$$');
  return /[\s"'\\]/.test(literal) ? `"${literal}"` : literal;
}
