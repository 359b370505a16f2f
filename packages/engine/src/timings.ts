/** How often and how long the engine waits, in milliseconds. */
export interface EngineTimings {
  /** Even when nothing was heard: pods die without Incus noticing, and a message can be lost. */
  readonly lookAgain: number;
  /** While another process works on an environment. */
  readonly otherProcess: number;
  /** Events come in bursts: one look covers them. */
  readonly eventsSettle: number;
  readonly observeHost: number;
  readonly lookForSweeps: number;
  /** Even when nothing was heard; usually a change wakes the work that waits for it. */
  readonly lookForJobs: number;
  /** What runs out of memory or disk shall be told within two seconds. */
  readonly observeHealth: number;
  /** While somebody watches. */
  readonly sampleUsage: number;
  /** Who waits in the queue is told its place so often at most. */
  readonly tellPlaces: number;
  readonly lookForUploads: number;
  /** After the first failure; each further one doubles it. */
  readonly firstRetry: number;
  readonly longestRetry: number;
  /** While the lab host or the database is away. */
  readonly waitForNeighbour: number;
  /** Between two looks whether every node of a cluster is ready. */
  readonly pollNodes: number;
  /** Between two looks at what a run of the pipeline waits for. */
  readonly followRun: number;
  /** How long checks that must pass are tried again: a service may start after its machine is up. */
  readonly checkPatience: number;
  /** Between two of these tries. */
  readonly checkAgain: number;
}

export const defaultTimings: EngineTimings = {
  lookAgain: 60_000,
  otherProcess: 1_000,
  eventsSettle: 200,
  observeHost: 5_000,
  lookForSweeps: 1_000,
  lookForJobs: 1_000,
  observeHealth: 1_000,
  sampleUsage: 3_000,
  tellPlaces: 1_000,
  lookForUploads: 500,
  firstRetry: 1_000,
  longestRetry: 30_000,
  waitForNeighbour: 2_000,
  pollNodes: 300,
  followRun: 250,
  checkPatience: 20_000,
  checkAgain: 1_000,
};
