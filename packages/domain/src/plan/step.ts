import type {
  DesiredApp,
  DesiredInstance,
  DesiredWorker,
  Provision,
} from '../environment/desired.ts';

/** One thing to do. Carrying it out twice does no harm, and so does stopping halfway and planning again. */
export interface Step {
  /** Unique in its plan, and the same in every plan that contains it: `create web`. */
  readonly id: string;
  /** In a teacher's words. */
  readonly title: string;
  /** The element it is for; none for networks. */
  readonly element?: string;
  /** Ids of steps of the same plan that must be done before. */
  readonly needs: readonly string[];
  readonly action: Action;
}

export type Action =
  | { readonly type: 'ensure-bridge'; readonly bridge: string }
  | { readonly type: 'remove-bridge'; readonly bridge: string }
  | { readonly type: 'set-egress'; readonly uplinkAddress: string; readonly allowed: boolean }
  | { readonly type: 'create-instance'; readonly instance: DesiredInstance }
  | { readonly type: 'start-instance'; readonly instance: string }
  | {
      readonly type: 'stop-instance';
      readonly instance: string;
      readonly force: boolean;
      /** What it is given to end cleanly; 0 for one that could not. */
      readonly shutdownSeconds: number;
    }
  | {
      readonly type: 'remove-instance';
      readonly instance: string;
      /** Of what the new one is made that takes its place: without it the old one must stay. */
      readonly replacedFrom?: { readonly element: string } & (
        { readonly image: string } | { readonly copyOf: string }
      );
    }
  | {
      readonly type: 'update-instance';
      readonly instance: string;
      readonly config: Readonly<Record<string, string>>;
      readonly devices: Readonly<Record<string, Readonly<Record<string, string>>>>;
      /** What makes the change take effect inside. */
      readonly then: 'nothing' | 'apply-gateway' | 'restart';
      /** As of `stop-instance`, for a restart. */
      readonly shutdownSeconds: number;
    }
  | { readonly type: 'provision'; readonly instance: string; readonly provision: Provision }
  | {
      readonly type: 'wait-guest';
      readonly instance: string;
      readonly element: string;
      /** A guest whose agent has not answered by then is left to people to judge. */
      readonly seconds: number;
    }
  | {
      readonly type: 'join-worker';
      readonly controlPlane: string;
      readonly worker: DesiredWorker;
      readonly environmentKey: string;
    }
  | {
      readonly type: 'wait-cluster';
      readonly controlPlane: string;
      readonly nodes: readonly string[];
    }
  | { readonly type: 'apply-app'; readonly app: DesiredApp }
  | { readonly type: 'wait-app'; readonly app: DesiredApp }
  | { readonly type: 'remove-app'; readonly controlPlane: string; readonly app: string };
