/** The stages of a run, in the order in which they come. */
export const stageNames = ['validate', 'forecast', 'rehearse', 'approve', 'promote'] as const;
export type StageName = (typeof stageNames)[number];

/** What of the pipeline page stands in its address. Left out is the newest run with its present stage. */
export interface PipelineSearch {
  readonly run?: number;
  readonly stage?: StageName;
}

export function parsePipelineSearch(search: Record<string, unknown>): PipelineSearch {
  const run = Number(search.run);
  const stage = stageNames.find((known) => known === search.stage);
  return {
    ...(Number.isSafeInteger(run) && run > 0 && { run }),
    ...(stage && { stage }),
  };
}
