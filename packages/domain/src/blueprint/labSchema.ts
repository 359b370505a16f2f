import { z } from 'zod';
import {
  cores,
  duration,
  formed,
  image,
  line,
  name,
  path,
  port,
  size,
  text,
} from './fieldSchemas.ts';
import { firmwares } from './blueprint.ts';
import { wrong } from './issueText.ts';

/**
 * The form of `lab.yaml`, before defaults that depend on images and networks are filled in. Editors get it as JSON Schema,
 * people as a reference, so every field says what it is for.
 */

/** Limits that keep one lab from being more than one machine and one gateway can serve. */
export const limits = { networks: 8, elements: 200, nodes: 20, instructions: 200_000 } as const;

/** What UTF-8 can carry. */
const anyText = z.string().refine((value) => value.isWellFormed(), {
  error: wrong({ message: 'There is half a character in it', remedy: 'Write it as UTF-8 text.' }),
});
const content = anyText.meta({
  description: 'What is in the file.',
  examples: ['Welcome to the lab.\n'],
});
const mode = formed(/^0?[0-7]{3}$/, {
  description: 'Permissions as octal digits, in quotes.',
  remedy: 'Write octal digits in quotes, such as "0644".',
  example: '0644',
}).default('0644');
const owner = formed(/^([a-z_][a-z0-9_-]{0,31}|[0-9]{1,9})$/, {
  description: 'User inside the machine, by name or number.',
  remedy:
    'Write the name or number of a user in the machine, such as root, in quotes if it is a number.',
  example: 'root',
}).default('root');

const address = formed(/^\d{1,3}(\.\d{1,3}){3}$/, {
  description: 'Fixed IPv4 address.',
  remedy: 'Write an IPv4 address such as 10.10.0.5.',
  example: '10.10.0.5',
});
const networkName = text('Name of a network.', 'lan');
const machineAttachment = z.union([
  networkName,
  z.strictObject({
    name: networkName,
    address: address
      .meta({ description: 'Fixed IPv4 address; without it the first free one from .10 on.' })
      .optional(),
  }),
]);
const clusterAttachment = z.union([
  networkName,
  z.strictObject({
    name: networkName,
    address: address.meta({ description: 'Fixed IPv4 address of the first node.' }).optional(),
    addresses: z
      .array(address)
      .meta({
        description: 'Fixed IPv4 addresses of the nodes, in their order, instead of `address`.',
      })
      .optional(),
  }),
]);

const network = z.strictObject({
  subnet: formed(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/, {
    description:
      'Private IPv4 subnet, /16 to /29, the same in every copy of the lab. Its first address is the gateway.',
    remedy: 'Write a private IPv4 subnet such as 10.10.0.0/24.',
    example: '10.10.0.0/24',
  }),
  internet: z.boolean().default(true).meta({
    description:
      'Whether its machines reach the internet. Without it nothing leaves, not even DNS.',
  }),
});

const container = z.strictObject({
  kind: z
    .literal('container')
    .meta({ description: 'A Linux machine: an unprivileged system container.' }),
  image: image(
    'Name in the catalogue, or any image of Incus by alias or `remote:alias`.',
    'debian-12',
  ),
  cpu: cores('CPU in cores; by default what the image recommends.').optional(),
  memory: size('Memory; by default what the image recommends.', '512MiB').optional(),
  storage: size('Disk; by default what the image recommends.', '4GiB').optional(),
  networks: z
    .array(machineAttachment)
    .min(1)
    .meta({
      description:
        'Networks it is on; the first has the default route. By default the first network of the lab.',
    })
    .optional(),
  files: z
    .array(z.strictObject({ path, content, mode, owner }))
    .default([])
    .meta({ description: 'Files that are put into it when it is made, before the commands run.' }),
  run: z
    .array(text('A shell command.', 'apt-get install -y nginx'))
    .default([])
    .meta({ description: 'Shell commands run as root, once, in this order, when it is made.' }),
  ports: z
    .array(port)
    .default([])
    .meta({ description: 'TCP ports on which it serves; shown, and offered for forwarding.' }),
});

/** No files and commands: those would need an agent in the guest, which an uploaded disk may not have. */
const vm = z.strictObject({
  kind: z.literal('vm').meta({
    description:
      'A virtual machine with a kernel of its own. It is set up from within: by its image, on its screen, or over the network.',
  }),
  image: image(
    'Name of a virtual machine in the catalogue, or `upload/` and the name of an uploaded disk.',
    'debian-vm',
  ),
  cpu: cores('CPU in cores; by default what the image recommends.').optional(),
  memory: size('Memory of the guest; by default what the image recommends.', '512MiB').optional(),
  storage: size(
    'Disk of the guest, which grows and never shrinks; by default what the image recommends.',
    '6GiB',
  ).optional(),
  networks: z
    .array(machineAttachment)
    .min(1)
    .meta({
      description:
        'Networks it is on; the first has the default route. By default the first network of the lab. The guest asks by DHCP.',
    })
    .optional(),
  firmware: z.enum(firmwares).default('bios').meta({
    description: 'How it starts: `bios`, which is quicker, or `uefi`.',
  }),
});

const cluster = z.strictObject({
  kind: z.literal('cluster').meta({ description: 'A Kubernetes cluster of its own.' }),
  nodes: z.int().min(1).max(limits.nodes).default(1).meta({
    description: 'Number of nodes. The first one is the control plane and runs apps too.',
  }),
  cpu: cores('CPU of each node in cores; by default what the node image recommends.').optional(),
  memory: size(
    'Memory of each node; by default what the node image recommends.',
    '2GiB',
  ).optional(),
  storage: size(
    'Disk of each node; by default what the node image recommends.',
    '10GiB',
  ).optional(),
  networks: z
    .array(clusterAttachment)
    .length(1, {
      error: wrong({ message: 'A cluster is on exactly one network', remedy: 'Name one network.' }),
    })
    .meta({ description: 'The one network it is on; by default the first network of the lab.' })
    .optional(),
});

const app = z.strictObject({
  kind: z.literal('app').meta({ description: 'A program that runs on a cluster.' }),
  on: text('Name of the cluster it runs on.', 'cluster'),
  image: image('Name in the catalogue, or any OCI reference.', 'nginx'),
  port: port
    .meta({
      description:
        "Port on which it answers at the cluster's first address; by default the image's.",
      examples: [80],
    })
    .optional(),
  containerPort: port
    .meta({
      description: "Port on which the program itself listens; by default the image's, else `port`.",
    })
    .optional(),
  replicas: z.int().min(1).max(100).default(1).meta({ description: 'How many of it run at once.' }),
  cpu: cores('Limit of each replica in cores; by default what its node has.').optional(),
  memory: size('Limit of each replica; by default what its node has.', '128MiB').optional(),
  volume: z
    .strictObject({ path, size: size('Size of the volume.', '1GiB') })
    .meta({
      description: 'Storage that outlives the program; an app with a volume has one replica.',
    })
    .optional(),
  environment: z
    .record(
      formed(/^[A-Za-z_][A-Za-z0-9_]*$/, {
        description: 'Name of a variable.',
        remedy: 'Use letters, digits and underscores; do not start with a digit.',
        example: 'MODE',
      }),
      anyText.refine((value) => !value.includes('\0'), {
        error: wrong({ message: 'There is a zero character in it', remedy: 'Remove it.' }),
      }),
    )
    .default({})
    .meta({ description: 'Environment variables. Values are text: put numbers in quotes.' }),
  files: z
    .array(z.strictObject({ path, content, mode }))
    .default([])
    .meta({ description: 'Files that the program finds at these paths.' }),
});

const check = z.strictObject({
  name: line('What is shown to people, such as `page answers`.', 'page answers'),
  on: text('Name of the element in which the command runs.', 'web'),
  run: text('A shell command.', 'curl -fsS localhost'),
  expect: z
    .strictObject({
      exitCode: z
        .int()
        .min(0)
        .max(255)
        .default(0)
        .meta({ description: 'Exit code of the command.' }),
      output: text('Text that the output contains.', 'Welcome').optional(),
    })
    .default({ exitCode: 0 })
    .meta({ description: 'What the command has to give.' }),
  timeout: duration('How long the command may take.', '10s').default('10s'),
  step: z
    .int()
    .min(1)
    .meta({
      description: 'Number of the step of the instructions at which it is shown.',
      examples: [1],
    })
    .optional(),
});

const solutionStep = z.strictObject({
  on: text('Name of the element in which the command runs.', 'web'),
  run: text('A shell command.', 'systemctl enable --now nginx'),
});

export const labSchema = z
  .strictObject({
    version: z.literal(1).meta({ description: 'Version of this format.', examples: [1] }),
    title: line('What the lab is called, in one line.', 'Two machines and a shop').optional(),
    networks: z
      .record(name([]), network)
      .meta({
        description: `At most ${limits.networks}. Without this key there is one network \`lan\`, 10.10.0.0/24, with internet.`,
      })
      .optional(),
    elements: z
      .record(
        // `localhost` and the gateway have these host names in every lab.
        name(['gateway', 'localhost']),
        z.discriminatedUnion('kind', [container, vm, cluster, app]),
      )
      .default({})
      .meta({
        description: `Machines, clusters and apps by name, at most ${limits.elements}. The name is the host name too.`,
      }),
    checks: z.array(check).default([]).meta({
      description: 'Commands that prove that the lab works and show how far somebody is.',
    }),
    instructions: anyText
      .max(limits.instructions, {
        error: wrong({
          message: `The instructions have more than ${limits.instructions} characters`,
          remedy: 'Shorten them, or link to a page.',
        }),
      })
      .meta({
        description:
          'What students read beside their consoles, in Markdown. Each heading `## ` begins a step. A block of code that names an element, as in "```sh web", can be run in its terminal.',
        examples: ['## Say hello\nWrite a page to `/var/www/html/index.html`.\n'],
      })
      .optional(),
    solution: z
      .array(solutionStep)
      .meta({
        description:
          'What a student who solves the lab does, as commands. The rehearsal runs it on a copy of its own, and then all checks must pass.',
      })
      .optional(),
  })
  .meta({ title: 'lab.yaml', description: 'A lab, as Labcast reads it.' });

/** `lab.yaml` with its form checked and constants filled in. */
export type LabFile = z.output<typeof labSchema>;
export type ElementOfFile = LabFile['elements'][string];
