import { describeApi } from '@labcast/server';
import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

/** Not a declaration file: those are not copied to where other packages read types from, and all would be `any` there. */
export const generatedFile = new URL('../generated/api.ts', import.meta.url);

const heading =
  "// Made from the server's description of its API by `npm run generate -w @labcast/api-client`.\n\n";

/** The server's OpenAPI document as TypeScript types; starts no server. */
export async function generateTypes(): Promise<string> {
  const document = (await describeApi()) as OpenAPI3;
  const nodes = await openapiTS(document, { alphabetize: true });
  return format(heading + astToString(nodes), {
    parser: 'typescript',
    ...(await resolveConfig(generatedFile)),
  });
}
