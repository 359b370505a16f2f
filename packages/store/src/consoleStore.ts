import type { ConsoleKind } from '@labcast/domain';
import type { EnvironmentId } from './store.ts';

/** By what somebody was recognised, as the database knows it. */
export interface Credential {
  readonly means: 'session' | 'token' | 'admin-token';
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

/** Leave to see one page of one element, for as long as its credential holds. */
export interface AppVisit {
  readonly environmentId: EnvironmentId;
  readonly element: string;
  readonly port: number;
  readonly credential: Credential;
  /** Of the page of ours that asked for it, which may show it in a frame. */
  readonly platformOrigin: string;
}

export interface ConsoleViewer {
  readonly element: string;
  readonly console: ConsoleKind;
  /** `view` sees and changes nothing. */
  readonly mode: 'control' | 'view';
  readonly personName: string;
  readonly since: Date;
}

/** Consoles that are open now, in whichever process of the server. Secrets come here as SHA-256 in hexadecimal. */
export interface ConsoleStore {
  saveAppTicket(ticketHash: string, visit: AppVisit): Promise<void>;
  /** Exchanges a ticket that is not older than `validSeconds` for a cookie, once: the second try gives undefined. */
  useAppTicket(
    ticketHash: string,
    cookieHash: string,
    validSeconds: number,
  ): Promise<AppVisit | undefined>;
  /** Undefined for one that is older than `longestSeconds`. */
  findAppVisit(cookieHash: string, longestSeconds: number): Promise<AppVisit | undefined>;

  /** Tells all who watch. Returns the id by which to keep and end it. */
  enterConsole(environmentId: EnvironmentId, viewer: Omit<ConsoleViewer, 'since'>): Promise<string>;
  /** Must be called more often than every `viewerSeconds`, or they count as gone. */
  keepConsoles(ids: readonly string[]): Promise<void>;
  /** Gone already is success. */
  leaveConsole(id: string): Promise<void>;
  /** In the order in which they came. */
  listConsoleViewers(environmentId: EnvironmentId): Promise<ConsoleViewer[]>;
}

/** After so long without a sign of life the process that showed a console is taken to be dead. */
export const viewerSeconds = 45;
