import { decideAccess, findRule, LabcastError } from '@labcast/domain';
import type { Decision, Permission, Rule, Thing } from '@labcast/domain';
import type { Assignment, Course, Environment, Store } from '@labcast/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerSettings } from '../deps.ts';
import { findPlace, placeNotFound, thingOf } from './findPlace.ts';
import type { Place, PlaceFinder } from './findPlace.ts';
import { RefusalWithDetails } from '../refusalWithDetails.ts';
import { identify } from './identify.ts';
import type { Identity } from './identify.ts';
import { refuseForeignPages, refuseForeignSignIn } from './refuseForeignPages.ts';

interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Permission;
  readonly isSocket: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a caller must be permitted to do. */
    access?: Permission;
  }
  interface FastifyInstance {
    /** Every route and socket with what it needs; complete once the server is ready. */
    declaredRoutes: DeclaredRoute[];
  }
  interface FastifyRequest {
    /** Undefined for a caller who is not signed in. */
    identity: Identity | undefined;
    place: Place;
    /** Who the caller is now, or undefined when it is no longer permitted: for what lasts, as sockets do. */
    recheck: () => Promise<Identity | undefined>;
  }
}

type AccessStore = PlaceFinder &
  Pick<Store, 'findSession' | 'findToken' | 'isAdminTokenHash' | 'getEnvironment'>;

/**
 * The one place that decides who may call what, by the table of the domain. A route that does not say what it needs keeps
 * the server from starting; must be added before any route.
 */
export function authorise(
  app: FastifyInstance,
  { store, settings }: { store: AccessStore; settings: Pick<ServerSettings, 'publicUrl'> },
): void {
  app.decorate('declaredRoutes', []);
  app.decorateRequest('identity', undefined);
  app.decorateRequest('place');
  app.decorateRequest('recheck');
  app.addHook('onRoute', ({ method, url, config, websocket }) => {
    const access = checkDeclaration(`${String(method)} ${url}`, url, config?.access);
    const methods = Array.isArray(method) ? method : [method];
    for (const one of methods) {
      app.declaredRoutes.push({ method: one, url, access, isSocket: websocket === true });
    }
  });
  app.addHook('onRequest', async (request) => {
    // A path that is no route has no configuration; it gets its 404 whoever asks.
    const { access } = request.routeOptions.config;
    if (request.is404 || access === undefined || access === 'page:view') return;
    const identity = await identify(request, store);
    request.identity = identity;
    refuseForeign(request, access, settings.publicUrl);
    if (decideAccess(undefined, access).permitted) return;
    if (!identity) throw notSignedIn();
    const place = await getPlace(request, access, store);
    requireAccess(identity, access, place, request.params);
    request.place = place;
    request.recheck = async () => {
      const now = await identify(request, store, false);
      return now && mayDo(now, access, thingOf(await presentOf(place, store))) ? now : undefined;
    };
  });
}

/** Doors open and close, and the rules that say when change. */
async function presentOf(place: Place, store: Pick<Store, 'getEnvironment'>): Promise<Place> {
  const { environment } = place;
  return environment
    ? { ...place, environment: await store.getEnvironment(environment.id) }
    : place;
}

function refuseForeign(
  request: FastifyRequest,
  access: Permission,
  publicUrl: URL | undefined,
): void {
  const sessionToken = request.identity?.sessionToken;
  const isBeginning = access === 'session:begin';
  if (sessionToken === undefined || isBeginning) refuseForeignSignIn(request);
  else refuseForeignPages(request, { sessionToken, publicUrl });
}

async function getPlace(
  request: FastifyRequest,
  access: Permission,
  store: PlaceFinder,
): Promise<Place> {
  const place = await findPlace(request.params, store);
  // A removed course is there for its removal alone: once more, and the proof of it.
  if (place && !(place.course?.removedAt && access !== 'course:remove')) return place;
  throw placeNotFound(request.params);
}

/** For what a request is about besides the thing that its address names. */
export function requireAccess(
  identity: Identity | undefined,
  permission: Permission,
  place: Place,
  names: unknown,
): void {
  const decision = decideAccess(identity?.caller, permission, thingOf(place));
  if (!decision.permitted) throw refusal(decision, names);
}

export function may(
  identity: Identity | undefined,
  permission: Permission,
  courseId: string | undefined,
): boolean {
  return mayDo(identity, permission, { courseId });
}

/** As `may`, also for what is in an environment. */
export function mayDo(
  identity: Identity | undefined,
  permission: Permission,
  thing: Thing,
): boolean {
  return decideAccess(identity?.caller, permission, thing).permitted;
}

/** Of a route with `:course`. */
export function courseOf({ place }: FastifyRequest): Course {
  if (!place.course) throw new Error('This route has no course in its address.');
  return place.course;
}

/** Of a route with `:assignment`. */
export function assignmentOf({ place }: FastifyRequest): Assignment {
  if (!place.assignment) throw new Error('This route has no assignment in its address.');
  return place.assignment;
}

/** Of a route with `:lab`, and of one with `:environment` where it is not removed. */
export function environmentOf({ place }: FastifyRequest): Environment {
  if (!place.environment) throw new Error('This route has no environment in its address.');
  return place.environment;
}

function checkDeclaration(route: string, url: string, access: Permission | undefined): Permission {
  const rule = access === undefined ? undefined : findRule(access);
  if (access === undefined || !rule) {
    throw new Error(`The route ${route} does not declare who may call it.`);
  }
  if (isOfCourses(rule) && !/:(course|assignment|lab)\b/.test(url)) {
    throw new Error(`The route ${route} does not say in which course ${access} is asked for.`);
  }
  return access;
}

const courseWide = new Set<string>(['instructor', 'assistant', 'student', 'owner', 'tutor']);

function isOfCourses({ admits }: Rule): boolean {
  return admits.every((one) => courseWide.has(one));
}

const roleNames: Readonly<Record<string, string>> = { teacher: 'instructor', tutor: 'assistant' };

function refusal(decision: Exclude<Decision, { permitted: true }>, names: unknown): LabcastError {
  switch (decision.why) {
    case 'sign-in':
      return notSignedIn();
    case 'hidden':
      return placeNotFound(names);
    case 'scope':
      return new LabcastError('not-permitted', 'This token may not do that.', {
        remedy: 'Make a token with a wider scope in your account.',
      });
    case 'not-yet':
      return notOpenYet(decision.opensAt);
    case 'closed':
      return new LabcastError('environment-frozen', 'The time of this lab is over.', {
        remedy: 'Your work was kept as it was then. Ask an instructor for more time.',
      });
    case 'exam':
      return new LabcastError(
        'not-permitted',
        'This is an exam: nothing is taken out of the lab.',
        {
          remedy: 'Files can be brought in. What is in the lab is kept when the exam ends.',
        },
      );
    case 'role': {
      const needed = decision.needed
        .filter((role) => role !== 'owner')
        .map((role) => roleNames[role] ?? role);
      const roles = [...new Set(needed)].join(' or ');
      return new LabcastError('not-permitted', `This needs the role ${roles}.`, {
        remedy: 'Ask an instructor of the course or an administrator.',
      });
    }
  }
}

function notOpenYet(opensAt: Date): LabcastError {
  const iso = opensAt.toISOString();
  const time = `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
  const remedy = 'Come back then: nothing of it can be opened or started before.';
  return new RefusalWithDetails(
    'environment-not-open',
    `This lab opens at ${time}.`,
    { remedy },
    { opensAt: iso },
  );
}

/** The same for a missing, malformed, wrong, expired and revoked token, and for a session that ended. */
function notSignedIn(): LabcastError {
  return new LabcastError('not-signed-in', 'You are not signed in.', {
    remedy:
      'Sign in on the web page. For the command line run labcast as root on the lab server, or set LABCAST_TOKEN to a token of your account.',
  });
}
