/** Ids of the steps that others refer to: the same in every plan. */

export function bridgeStepId(bridge: string): string {
  return `bridge ${bridge}`;
}

export function createStepId(instance: string): string {
  return `create ${instance}`;
}

export function guestStepId(instance: string): string {
  return `guest ${instance}`;
}

export function startStepId(instance: string): string {
  return `start ${instance}`;
}
