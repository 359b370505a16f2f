import { readdir, readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const folder = new URL('../../../examples/scenarios/', import.meta.url);

/**
 * The module that carries the scenarios of `examples/scenarios` to wherever Labcast runs, where there are no examples.
 */
export async function renderScenarios(): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const texts = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, folder), 'utf8');
      return `${JSON.stringify(file.replace('.yaml', ''))}: ${JSON.stringify(text)}`;
    }),
  );
  const module = `/** Written by \`npm run generate\` from examples/scenarios; change the labs there instead. */
export const scenarioTexts: Readonly<Record<string, string>> = {${texts.join(',')}};`;
  const config = await resolveConfig(import.meta.filename);
  return format(module, { ...config, parser: 'typescript' });
}
