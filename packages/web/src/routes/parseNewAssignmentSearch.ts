export const originKinds = ['needs', 'blank', 'scenario', 'type', 'assignment'] as const;
export type OriginKind = (typeof originKinds)[number];

export interface NewAssignmentSearch {
  readonly from?: OriginKind;
}

export function parseNewAssignmentSearch({ from }: Record<string, unknown>): NewAssignmentSearch {
  const kind = originKinds.find((known) => known === from);
  return kind === undefined ? {} : { from: kind };
}
