import { writeFile } from 'node:fs/promises';
import { generateTypes, generatedFile } from '../src/testing/generateTypes.ts';

await writeFile(generatedFile, await generateTypes());
