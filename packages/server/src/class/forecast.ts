import {
  estimateNeeds,
  estimateWork,
  forecastClass,
  growthOf,
  measuredNeeds,
} from '@labcast/domain';
import type { Blueprint, ClassForecast, HostObservation, Needs } from '@labcast/domain';
import type { Assignment, Environment, ReleaseDisks } from '@labcast/store';
import type { RouteDeps } from '../deps.ts';
import { needsOf, parseLab } from '../labs.ts';
import { presentLabs } from '../presentLabs.ts';
import { toForecastView } from '../schemas/forecast.ts';
import type { ForecastView } from '../schemas/forecast.ts';

type Deps = Pick<RouteDeps, 'store' | 'settings'>;

/** What is brought to a release. */
export interface Subject {
  readonly assignment: Pick<Assignment, 'id'>;
  readonly release: ReleaseDisks;
  /** New ones. */
  readonly copies: number;
  /** Or labs that are there, to be brought to the release. */
  readonly changed?: readonly Environment[];
  /** Elements of those that are made anew; without it all of them. */
  readonly remade?: ReadonlySet<string>;
}

/** What a release will take beside all that is there; undefined before the first look at the host. */
export async function forecastRelease(
  of: Subject,
  { store, settings }: Deps,
): Promise<ForecastView | undefined> {
  const [seen, environments] = await Promise.all([store.findHostObservation(), store.listLabs()]);
  if (!seen) return undefined;
  const { observation: host } = seen;
  const forecast = forecastOf({ ...of, host, environments, settings });
  return toForecastView(forecast, { students: countOf(of), host, labs: environments.length });
}

export function forecastOf(
  about: Subject & {
    readonly host: HostObservation;
    readonly environments: readonly Environment[];
    readonly settings: Deps['settings'];
  },
): ClassForecast {
  const { assignment, release, changed = [], remade, host, environments, settings } = about;
  const blueprint = parseLab(release.blueprint);
  const needs = measuredNeeds(estimateNeeds(blueprint), release.usage);
  const isChange = changed.length > 0;
  return forecastClass({
    students: countOf(about),
    needs: isChange ? largestGrowth(changed, needs) : needs,
    work: estimateWork(remade ? only(remade, blueprint) : blueprint),
    addressesEach: isChange ? 0 : 1,
    host,
    labs: presentLabs(environments, assignment),
    overcommit: settings.overcommit,
  });
}

const countOf = ({ copies, changed = [] }: Subject): number => changed.length || copies;

/** Labs of one class are much alike: the one that lacks most stands for all. */
function largestGrowth(changed: readonly Environment[], next: Needs): Needs {
  const all = changed.flatMap(({ blueprint }) => {
    const present = needsOf(blueprint);
    return present ? [growthOf(present, next)] : [];
  });
  return all.reduce(
    (most, one) => (one.memoryBytes > most.memoryBytes ? one : most),
    all[0] ?? next,
  );
}

function only(names: ReadonlySet<string>, blueprint: Blueprint): Blueprint {
  const elements = Object.entries(blueprint.elements).filter(([name]) => names.has(name));
  return { ...blueprint, elements: Object.fromEntries(elements) };
}
