/** What an image is and needs. Sizes in bytes, CPU in cores. */
export interface CatalogueImage {
  /** What a person writes in `lab.yaml`: `debian-12`. */
  readonly name: string;
  readonly summary: string;
  /**
   * `machine`: an Incus image for containers; `vm`: one with a guest's disk in it; `node`, `gateway`: ours alone; `app`: an
   * OCI image for clusters.
   */
  readonly kind: 'machine' | 'vm' | 'node' | 'gateway' | 'app';
  /** An ISO disc that somebody uploaded: a machine of it starts with the disc in its drive, beside an empty disk. */
  readonly disc?: boolean;
  readonly display: 'none' | 'terminal' | 'desktop';
  readonly defaultUser: string;
  readonly minimum: ImageNeeds;
  readonly recommended: ImageNeeds;
  /** For `app`: the port on which it serves. */
  readonly port?: number;
  /** For `app`: the reference inside the cluster, such as `localhost/labcast/nginx:1`. */
  readonly reference?: string;
  /** Alias in Incus of the built image (`labcast/debian-12`); none for `app`. */
  readonly alias?: string;
}

export interface ImageNeeds {
  readonly cpu: number;
  readonly memoryBytes: number;
  readonly storageBytes: number;
}
