import { LabcastError } from '@labcast/domain';

interface Where {
  readonly path: string;
  /** Of the element. */
  readonly name: string;
  readonly user: string;
  /** How much of an upload is there. */
  readonly size?: number;
}

/** Exit codes of the scripts that read and write files, as what they mean. */
export function throwFileError(exitCode: number, { path, name, user, size = 0 }: Where): never {
  switch (exitCode) {
    case 64:
      throw new LabcastError('file-not-found', `There is no ${path} on ${name}.`);
    case 65:
      throw new LabcastError('file-refused', `${path} is no folder.`, {
        remedy: 'Ask for it with download=1.',
      });
    case 66:
      throw new LabcastError('not-permitted', `${user} may not do that with ${path} on ${name}.`, {
        remedy: `Use a place that belongs to ${user}, or sudo in a terminal.`,
      });
    case 67:
      throw new LabcastError('file-refused', `${path} is a folder.`, {
        remedy: 'Name a file in it.',
      });
    case 68:
      throw new LabcastError('file-refused', `${path} is no ordinary file.`);
    case 69:
      throw new LabcastError('file-refused', `Of ${path} only ${String(size)} bytes are there.`, {
        remedy: 'Go on from there.',
      });
    case 70:
      throw new LabcastError(
        'storage-full',
        `${path} could not be written: the disk of ${name} is full.`,
        {
          remedy: 'Remove something there, or give the element more storage.',
        },
      );
    case 71:
      throw new LabcastError('file-refused', `${path} got more bytes than it should have.`, {
        remedy: 'Begin again from offset 0.',
      });
    case 72:
    case 127:
      throw new LabcastError('file-refused', `${name} has no tools to list files.`, {
        remedy: 'Install findutils and coreutils there, or use an image of the catalogue.',
      });
    default:
      throw new LabcastError(
        'incus-rejected',
        `Reading or writing ${path} on ${name} was interrupted.`,
        {
          remedy: 'Try again.',
        },
      );
  }
}
