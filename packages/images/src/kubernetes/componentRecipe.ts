import { join } from 'node:path';
import { runCommand } from '../build/runCommand.ts';
import type { Recipe } from '../recipe.ts';
import { componentSources, sharedModules, type Component } from './components.ts';
import { ensureGo } from './ensureGo.ts';

/** A recipe that builds one program, for any Linux of this machine's architecture, into a file of the program's name. */
export function componentRecipe(component: Component): Recipe {
  const { module, program, title, links, settings } = component;
  const linkerFlags = [
    '-s -w',
    ...Object.entries(settings).map(([name, value]) => `-X ${name}=${value}`),
  ].join(' ');
  return {
    name: `component-${module}`,
    description: `${title}, built from its Go module`,
    inputs: { program, links, linkerFlags },
    files: [module, ...sharedModules].map((name) => join(componentSources, name)),
    build: async (context) => {
      const { outputDir, logFile } = context;
      const go = await ensureGo(context);
      context.step(`Building ${title}`);
      await runCommand(
        [
          go.program,
          'build',
          '-C',
          join(componentSources, module),
          '-mod=readonly',
          '-trimpath',
          '-buildvcs=false',
          `-ldflags=${linkerFlags}`,
          '-o',
          join(outputDir, program),
          '.',
        ],
        { logFile, environment: { ...go.environment, CGO_ENABLED: '0', GOWORK: 'off' } },
      );
    },
  };
}
