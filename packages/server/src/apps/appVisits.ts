import { LabcastError } from '@labcast/domain';
import type { Blueprint } from '@labcast/domain';
import type { AppVisit, Environment } from '@labcast/store';
import type { Agent } from 'node:http';
import { mayDo } from '../access/authorise.ts';
import { thingOf } from '../access/findPlace.ts';
import { identifyCredential } from '../access/identify.ts';
import { newSecret, sha256 } from '../access/secrets.ts';
import { sessionLimits } from '../access/sessionCookie.ts';
import type { RouteDeps } from '../deps.ts';
import { parseLab } from '../labs.ts';
import { ensureRunning } from '../tunnels/ensureRunning.ts';
import { resolveTarget } from '../tunnels/resolveTarget.ts';
import { appLabel } from './appHosts.ts';
import { createAgents } from './tunnelAgent.ts';

const ticketSeconds = 60;

/** A page that somebody may see now. */
export interface OpenApp {
  readonly visit: AppVisit;
  readonly label: string;
  readonly assignment: string;
  readonly agent: Agent;
}

interface PermittedPage {
  readonly environment: Environment;
  readonly blueprint: Blueprint;
  readonly label: string;
}

type Deps = Pick<RouteDeps, 'store' | 'incus' | 'settings'>;

export interface AppVisits {
  /** Throws `link-invalid` for a ticket that was used, is too old, or is of another page. Returns the cookie's value. */
  enter(ticket: string, label: string): Promise<string>;
  /**
   * Undefined for somebody who may not see that page, or not any more. Throws what keeps the page away:
   * `element-not-running` and the like.
   */
  find(cookies: readonly string[], label: string): Promise<OpenApp | undefined>;
  close(): void;
}

/** Makes the ticket that `enter` takes. */
export async function makeTicket(
  store: Pick<RouteDeps['store'], 'saveAppTicket'>,
  visit: AppVisit,
): Promise<string> {
  const ticket = newSecret();
  await store.saveAppTicket(sha256(ticket), visit);
  return ticket;
}

/**
 * Who may see which page on its own origin. What was found is believed as long as a console goes on without asking again,
 * so that a page of a hundred files costs one look.
 */
export function createAppVisits(deps: Deps): AppVisits {
  const { store, settings } = deps;
  const believedMs = settings.recheckMs ?? 10_000;
  const known = new Map<string, { found: Promise<OpenApp | undefined>; until: number }>();
  const agents = createAgents(deps.incus);

  async function look(cookieHash: string): Promise<OpenApp | undefined> {
    const visit = await store.findAppVisit(cookieHash, sessionLimits.longestSeconds);
    return visit && open(visit);
  }

  /** The page of a visit, running or not. Undefined for somebody who may not see it, or not any more. */
  async function permit(visit: AppVisit): Promise<PermittedPage | undefined> {
    const [identity, environment] = await Promise.all([
      identifyCredential(visit.credential, store),
      store.getEnvironment(visit.environmentId),
    ]);
    if (!mayDo(identity, 'environment:enter', thingOf({ environment }))) return undefined;
    if (environment.removedAt) {
      const message = `${environment.assignmentName}/${environment.name} was deleted.`;
      throw new LabcastError('environment-not-found', message);
    }
    const blueprint = parseLab(environment.blueprint);
    const isApp = blueprint.elements[visit.element]?.kind === 'app';
    return { environment, blueprint, label: appLabel(environment, { ...visit, isApp }) };
  }

  async function open(visit: AppVisit): Promise<OpenApp | undefined> {
    const page = await permit(visit);
    if (!page) return undefined;
    const { environment, blueprint, label } = page;
    const { address = '' } = resolveTarget(environment, blueprint, visit.element);
    const { instance: gateway = '' } = resolveTarget(environment, blueprint, 'gateway');
    await ensureRunning(deps.incus, gateway, 'The gateway');
    return {
      visit,
      label,
      assignment: environment.assignmentName,
      agent: agents.to(gateway, address, visit.port),
    };
  }

  const forgetting = setInterval(() => {
    for (const [hash, { until }] of known) if (until < Date.now()) known.delete(hash);
    agents.forgetIdle();
  }, 60_000).unref();

  return {
    async enter(ticket, label) {
      const cookie = newSecret();
      const visit = await store.useAppTicket(sha256(ticket), sha256(cookie), ticketSeconds);
      // A page that does not run yet is entered all the same: it says so, and is asked for again by its cookie.
      const page = visit && (await permit(visit));
      if (page?.label === label) return cookie;
      throw new LabcastError('link-invalid', 'This link was used already, or is too old.', {
        remedy: 'Open the page from Labcast again.',
      });
    },
    async find(cookies, label) {
      // An app's own script can set cookies of this name, so more than one may come.
      for (const cookie of cookies.slice(0, 4)) {
        const hash = sha256(cookie);
        const remembered = known.get(hash);
        const isFresh = remembered !== undefined && remembered.until > Date.now();
        const found = isFresh ? remembered.found : look(hash);
        if (!isFresh) {
          known.set(hash, { found, until: Date.now() + believedMs });
          found.catch(() => known.delete(hash));
        }
        const opened = await found;
        if (opened?.label === label) return opened;
      }
      return undefined;
    },
    close() {
      clearInterval(forgetting);
      agents.close();
    },
  };
}
