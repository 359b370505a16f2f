import { Command } from 'commander';
import type { Context } from './context.ts';

type Loader = (context: Context) => Promise<Command>;

/** In the order of the help. Each is loaded only when it is needed: starting has to be quick. */
const loaders: Readonly<Record<string, Loader>> = {
  create: async (context) => (await import('./commands/create.ts')).createCommand(context),
  types: async (context) => (await import('./commands/types.ts')).typesCommand(context),
  scenarios: async (context) => (await import('./commands/scenarios.ts')).scenariosCommand(context),
  needs: async (context) => (await import('./commands/needs.ts')).needsCommand(context),
  courses: async (context) => (await import('./commands/courses.ts')).coursesCommand(context),
  assignments: async (context) =>
    (await import('./commands/assignments.ts')).assignmentsCommand(context),
  people: async (context) => (await import('./commands/people.ts')).peopleCommand(context),
  tokens: async (context) => (await import('./commands/tokens.ts')).tokensCommand(context),
  ls: async (context) => (await import('./commands/ls.ts')).lsCommand(context),
  status: async (context) => (await import('./commands/status.ts')).statusCommand(context),
  open: async (context) => (await import('./commands/open.ts')).openCommand(context),
  console: async (context) => (await import('./commands/console.ts')).consoleCommand(context),
  cp: async (context) => (await import('./commands/cp.ts')).cpCommand(context),
  exec: async (context) => (await import('./commands/exec.ts')).execCommand(context),
  labs: async (context) => (await import('./commands/labs.ts')).labsCommand(context),
  check: async (context) => (await import('./commands/check.ts')).checkCommand(context),
  'help-me': async (context) => (await import('./commands/helpMe.ts')).helpMeCommand(context),
  forward: async (context) => (await import('./commands/forward.ts')).forwardCommand(context),
  logs: async (context) => (await import('./commands/logs.ts')).logsCommand(context),
  apply: async (context) => (await import('./commands/apply.ts')).applyCommand(context),
  plan: async (context) => (await import('./commands/plan.ts')).planCommand(context),
  export: async (context) => (await import('./commands/export.ts')).exportCommand(context),
  start: async (context) => (await import('./commands/start.ts')).startCommand(context),
  stop: async (context) => (await import('./commands/stop.ts')).stopCommand(context),
  restart: async (context) => (await import('./commands/restart.ts')).restartCommand(context),
  retry: async (context) => (await import('./commands/retry.ts')).retryCommand(context),
  eject: async (context) => (await import('./commands/eject.ts')).ejectCommand(context),
  checkpoint: async (context) =>
    (await import('./commands/checkpoint.ts')).checkpointCommand(context),
  checkpoints: async (context) =>
    (await import('./commands/checkpoint.ts')).checkpointsCommand(context),
  compare: async (context) => (await import('./commands/compare.ts')).compareCommand(context),
  restore: async (context) => (await import('./commands/restore.ts')).restoreCommand(context),
  reset: async (context) => (await import('./commands/restore.ts')).resetCommand(context),
  promote: async (context) => (await import('./commands/promote.ts')).promoteCommand(context),
  runs: async (context) => (await import('./commands/runs.ts')).runsCommand(context),
  run: async (context) => (await import('./commands/runs.ts')).runCommand(context),
  approve: async (context) => (await import('./commands/runs.ts')).approveCommand(context),
  cancel: async (context) => (await import('./commands/runs.ts')).cancelCommand(context),
  releases: async (context) => (await import('./commands/releases.ts')).releasesCommand(context),
  deploy: async (context) => (await import('./commands/deploy.ts')).deployCommand(context),
  update: async (context) => (await import('./commands/update.ts')).updateCommand(context),
  'roll-back': async (context) => (await import('./commands/update.ts')).rollBackCommand(context),
  class: async (context) => (await import('./commands/class.ts')).classCommand(context),
  results: async (context) => (await import('./commands/class.ts')).resultsCommand(context),
  extend: async (context) => (await import('./commands/class.ts')).extendCommand(context),
  message: async (context) => (await import('./commands/class.ts')).messageCommand(context),
  rules: async (context) => (await import('./commands/rules.ts')).rulesCommand(context),
  freeze: async (context) => (await import('./commands/class.ts')).freezeCommand(context),
  'open-frozen': async (context) =>
    (await import('./commands/openFrozen.ts')).openFrozenCommand(context),
  'export-work': async (context) =>
    (await import('./commands/exportWork.ts')).exportWorkCommand(context),
  'drop-before': async (context) =>
    (await import('./commands/dropBefore.ts')).dropBeforeCommand(context),
  destroy: async (context) => (await import('./commands/destroy.ts')).destroyCommand(context),
  receipt: async (context) => (await import('./commands/receipt.ts')).receiptCommand(context),
  sweep: async (context) => (await import('./commands/sweep.ts')).sweepCommand(context),
  images: async (context) => (await import('./commands/images.ts')).imagesCommand(context),
  audit: async (context) => (await import('./commands/audit.ts')).auditCommand(context),
  usage: async (context) => (await import('./commands/usage.ts')).usageCommand(context),
  capacity: async (context) => (await import('./commands/capacity.ts')).capacityCommand(context),
  'setup-link': async (context) =>
    (await import('./commands/setupLink.ts')).setupLinkCommand(context),
  whoami: async (context) => (await import('./commands/whoami.ts')).whoamiCommand(context),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  completion: async (context) =>
    (await import('./commands/completion.ts')).completionCommand(context),
  version: async (context) => (await import('./commands/version.ts')).versionCommand(context),
};

/** With the one command that is named, or with all of them when that is not one of ours. */
export async function buildProgram(context: Context, named?: string): Promise<Command> {
  const program = new Command('labcast')
    .description('Build one lab, give every student a private working copy of it.')
    .usage('<command> [options]')
    .option('--json', 'print exactly what the API returned, and nothing else')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .addHelpText(
      'after',
      '\nAn environment is called assignment/environment; the assignment alone means its dev.\n' +
        'The server is at LABCAST_URL (http://127.0.0.1:8080), its token in LABCAST_TOKEN or in the file\n' +
        'LABCAST_TOKEN_FILE (/var/lib/labcast/admin-token).\n\nFirst steps:\n' +
        '  labcast create webserver    a web server on a Kubernetes cluster\n' +
        '  labcast open webserver      its page in your browser\n' +
        '  labcast destroy webserver   removes all of it, and proves it',
    );
  const one = named === undefined ? undefined : loaders[named];
  const wanted = one ? [one] : Object.values(loaders);
  for (const load of wanted) {
    const command = await load(context);
    for (const one of [command, ...command.commands]) one.copyInheritedSettings(program);
    program.addCommand(command);
  }
  return program;
}
