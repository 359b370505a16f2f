import type { Command } from 'commander';
import { exitCodeMeanings, exitCodes } from '../exitCodes.ts';
import { buildProgram } from '../program.ts';

/** docs/cli.md: what a script can rely on, and the help of every command as a person sees it. */
export async function renderReference(): Promise<string> {
  const program = await buildProgram({
    json: false,
    connect: () => Promise.reject(new Error('The reference asks no server.')),
  });
  // The same on every terminal.
  const fixed = { getOutHelpWidth: () => 100, getOutHasColors: () => false };
  const commands = [program, ...program.commands.flatMap(withOwn)];
  for (const command of commands) command.configureOutput(fixed);
  const codes = Object.entries(exitCodes).map(
    ([name, code]) => `| ${String(code)} | ${exitCodeMeanings[name as keyof typeof exitCodes]} |`,
  );
  return [
    introduction,
    '## Exit codes\n',
    '| code | meaning |\n| - | - |',
    ...codes,
    '\n`exec` ends with the exit code of its command.\n',
    connection,
    documents,
    '## Commands\n',
    ...commands.map(renderCommand),
    '<!-- prettier-ignore-end -->\n',
  ].join('\n');
}

/** `courses`, then `courses ls` and the others of it. */
function withOwn(command: Command): Command[] {
  return [command, ...command.commands];
}

function renderCommand(command: Command): string {
  const { parent } = command;
  const name = parent?.parent ? `${parent.name()} ${command.name()}` : command.name();
  const title = parent ? `### ${name}\n\n` : '';
  return `${title}\`\`\`text\n${helpOf(command)}\n\`\`\`\n`;
}

/** With what is added after it, which `helpInformation()` leaves out. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text.trim();
}

const introduction = `<!-- Generated from the commands' own help. To change it, change them and run: npm run generate -w packages/cli -->
<!-- prettier-ignore-start -->

# Command line

\`./labcast\` in the folder of Labcast, from anywhere and through a symlink too. A person at a terminal gets live steps,
tables and questions. Redirected, it prints plain lines, asks nothing, and uses no colour (\`NO_COLOR\` does the same on a
terminal). What goes on is written to standard error, results to standard output.
`;

const connection = `## Connection

| variable | meaning |
| - | - |
| \`LABCAST_URL\` | address of the server, by default \`http://127.0.0.1:8080\` |
| \`LABCAST_PORT\` | port on this machine, when \`LABCAST_URL\` is not set |
| \`LABCAST_TOKEN\` | the token |
| \`LABCAST_TOKEN_FILE\` | file with the token, by default \`/var/lib/labcast/admin-token\`, which root can read |

Commands that wait survive a restart of the server: they say so, try again, and go on. Ctrl-C ends the waiting alone;
the work goes on in the server.
`;

const documents = `## Documents

With \`--json\`, standard output holds one JSON document and nothing else, standard error stays empty, and nothing is asked.

| command | document |
| - | - |
| \`create\` | what \`POST /assignments\` returned, with the environment as it was seen last |
| \`apply\`, \`start\`, \`stop\`, \`retry\`, \`eject\`, \`status\` | the environment as it was seen last |
| \`apply --dry-run\` | what \`POST .../plan\` returned |
| \`status --watch\`, \`logs\` | one JSON document per line |
| \`destroy\`, \`receipt\` | what \`GET /receipts/{assignment}\` returned |
| \`destroy --no-wait\` | what \`DELETE /assignments/{name}\` returned |
| \`sweep\` | the sweep: without \`--yes\` only the preview |
| \`exec\` | \`{"exitCode", "stdout", "stderr"}\` |
| \`forward\`, \`open\` | one line as soon as it listens: \`{"address", "port", "target"}\`, \`{"url", "target"}\` |
| \`types\`, \`scenarios\`, \`needs\`, \`courses\`, \`people\`, \`tokens\`, \`audit\`, \`ls\`, \`images\`, \`capacity\` | what the API returned |
| \`assignments ls\` | \`{"courses"}\`, each with its assignments |
| \`assignments create\` | what \`POST /courses/{course}/assignments\` returned, with the environment as it was seen last |
| \`assignments delete\`, \`courses delete\` | what \`GET /receipts/{assignment}\`, \`GET /courses/{course}/receipts\` returned |
| \`plan\`, \`export\` | what \`POST .../plan\`, \`GET .../blueprint\` returned |
| \`images upload\`, \`images delete\` | the upload as it was seen last |
| \`version\`, \`completion\` | \`{"version"}\`, \`{"shell", "script"}\` |

When something is refused or goes wrong before there is a document, it is \`{"error": {"code", "message", "remedy"?,
"problems"?, "requestId"?}}\`, also on standard output. Work that was accepted and failed later gives its document, with
the reason in \`status.lastError\`, and exit code 1.
`;
