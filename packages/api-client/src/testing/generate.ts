import { writeFile } from 'node:fs/promises';
import { generateTypes, generatedFile } from './generateTypes.ts';

await writeFile(generatedFile, await generateTypes());
