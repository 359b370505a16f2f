/**
 * How one image is made. Its content hash covers `inputs` and `files`, so whatever decides the result belongs in one of
 * them: then an unchanged image is never built twice, and a changed one never taken for the old.
 */
export interface Recipe {
  /** Name in the catalogue: `debian-12`. */
  readonly name: string;
  /** One line for people, shown by `incus image list`. */
  readonly description: string;
  /** What decides the result besides files: suite, packages, versions. Not mirrors, paths or times. */
  readonly inputs: Readonly<Record<string, string | readonly string[]>>;
  /** Absolute paths of files and folders that it is made of. */
  readonly files: readonly string[];
  /** Writes the finished files, whose names the kind of recipe fixes, into `outputDir`. Throws to give up. */
  build(context: BuildContext): Promise<void>;
}

export interface BuildContext {
  /** Empty, removed afterwards, on the same file system as `outputDir`. */
  readonly workDir: string;
  /** Becomes the cached result when `build` returns. */
  readonly outputDir: string;
  /** Debian packages that earlier builds fetched. */
  readonly aptCacheDir: string;
  /** Gets the whole output of the commands that ran. */
  readonly logFile: string;
  /** Names the step that begins now, in words for people. */
  step(title: string): void;
  /** Builds a recipe that this one is made of, unless that is in the cache, and tells its steps. Resolves with its folder. */
  ingredient(recipe: Recipe): Promise<string>;
}

/** One step of the work on one image that has just begun. */
export interface ImageProgress {
  readonly image: string;
  readonly step: string;
  /** Since the work on this image began. */
  readonly seconds: number;
}

export interface BuildOptions {
  /** Folder for finished images and fetched packages, such as `/var/cache/labcast`. */
  readonly cacheDir: string;
  readonly report?: (progress: ImageProgress) => void;
}
