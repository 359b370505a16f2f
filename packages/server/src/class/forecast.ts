import { estimateNeeds, estimateWork, forecastClass, measuredNeeds } from '@labcast/domain';
import type { ClassForecast, HostObservation } from '@labcast/domain';
import type { Assignment, Environment, ReleaseDisks } from '@labcast/store';
import type { RouteDeps } from '../deps.ts';
import { parseLab } from '../labs.ts';
import { presentLabs } from '../presentLabs.ts';
import { toForecastView } from '../schemas/forecast.ts';
import type { ForecastView } from '../schemas/forecast.ts';

type Deps = Pick<RouteDeps, 'store' | 'settings'>;

interface Copies {
  readonly assignment: Pick<Assignment, 'id'>;
  readonly release: ReleaseDisks;
  readonly copies: number;
}

/** What so many copies of a release will take beside all that is there; undefined before the first look at the host. */
export async function forecastCopies(
  of: Copies,
  { store, settings }: Deps,
): Promise<ForecastView | undefined> {
  const [seen, environments] = await Promise.all([store.findHostObservation(), store.listLabs()]);
  if (!seen) return undefined;
  const { observation: host } = seen;
  const forecast = forecastOf({ ...of, host, environments, settings });
  return toForecastView(forecast, { students: of.copies, host, labs: environments.length });
}

export function forecastOf(
  about: Copies & {
    readonly host: HostObservation;
    readonly environments: readonly Environment[];
    readonly settings: Deps['settings'];
  },
): ClassForecast {
  const { assignment, release, copies, host, environments, settings } = about;
  const blueprint = parseLab(release.blueprint);
  return forecastClass({
    students: copies,
    needs: measuredNeeds(estimateNeeds(blueprint), release.usage),
    work: estimateWork(blueprint),
    host,
    labs: presentLabs(environments, assignment),
    overcommit: settings.overcommit,
  });
}
