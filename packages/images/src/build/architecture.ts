/** This machine's architecture in the words of those who ask for it: images are built for it alone. */
export interface Architecture {
  readonly incus: string;
  /** Debian's and the Open Container Initiative's. */
  readonly debian: string;
}

const known: Readonly<Record<string, Architecture>> = {
  x64: { incus: 'x86_64', debian: 'amd64' },
  arm64: { incus: 'aarch64', debian: 'arm64' },
};

/** Throws on a machine that Labcast does not run on. */
export function getArchitecture(): Architecture {
  const architecture = known[process.arch];
  if (!architecture) throw new Error(`Labcast does not run on ${process.arch}.`);
  return architecture;
}
