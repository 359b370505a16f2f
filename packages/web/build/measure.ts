import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Says what a first visit loads, compressed, and fails when that is more than promised. */
const dist = new URL('../dist/', import.meta.url);
const mostFirstLoadBytes = 350_000;

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<
  string,
  Chunk
>;
const compressed = (file: string) => {
  const bytes = readFileSync(new URL(file, dist));
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
};

function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const next of chunk.imports ?? []) filesOf(next, seen);
  return seen;
}

const sum = (files: Iterable<string>) =>
  [...files].reduce((total, file) => total + compressed(file), 0);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true) ?? '';
const first = filesOf(entry);
const fonts = readdirSync(new URL('assets/', dist))
  .filter((file) => file.endsWith('.woff2'))
  .map((file) => `assets/${file}`);
const total = sum(first) + compressed('index.html');
console.log(`first load (gzip)   ${kB(total)}   fonts after first paint ${kB(sum(fonts))}`);
for (const [key, chunk] of Object.entries(manifest)) {
  if (!key.startsWith('src/') || chunk.isEntry === true) continue;
  const more = [...filesOf(key)].filter((file) => !first.has(file));
  console.log(`  then ${key.padEnd(48)} + ${kB(sum(more))}`);
}
if (total > mostFirstLoadBytes) {
  console.error(`More than ${kB(mostFirstLoadBytes)}.`);
  process.exitCode = 1;
}
