import { estimateNeeds, estimateWork, forecastClass, measuredNeeds } from '@labcast/domain';
import type { ClassForecast, HostObservation, PresentLab } from '@labcast/domain';
import type { Environment, ReleaseDisks } from '@labcast/store';
import type { RouteDeps } from '../deps.ts';
import { needsOf, parseLab } from '../labs.ts';
import { toForecastView } from '../schemas/forecast.ts';
import type { ForecastView } from '../schemas/forecast.ts';

type Deps = Pick<RouteDeps, 'store' | 'settings'>;

/** What so many copies of a release will take beside all that is there; undefined before the first look at the host. */
export async function forecastCopies(
  release: ReleaseDisks,
  copies: number,
  { store, settings }: Deps,
): Promise<ForecastView | undefined> {
  const [seen, environments] = await Promise.all([store.findHostObservation(), store.listLabs()]);
  if (!seen) return undefined;
  const { observation: host } = seen;
  const forecast = forecastOf({ release, copies, host, environments, settings });
  return toForecastView(forecast, { students: copies, host, labs: environments.length });
}

export function forecastOf(about: {
  readonly release: ReleaseDisks;
  readonly copies: number;
  readonly host: HostObservation;
  readonly environments: readonly Environment[];
  readonly settings: Deps['settings'];
}): ClassForecast {
  const { release, copies, host, environments, settings } = about;
  const blueprint = parseLab(release.blueprint);
  return forecastClass({
    students: copies,
    isBesideDev: true,
    needs: measuredNeeds(estimateNeeds(blueprint), release.usage),
    work: estimateWork(blueprint),
    host,
    labs: presentLabs(environments),
    overcommit: settings.overcommit,
  });
}

function presentLabs(environments: readonly Environment[]): PresentLab[] {
  return environments.flatMap(({ assignmentName, name, wanted, blueprint }) => {
    const needs = needsOf(blueprint);
    if (!needs) return [];
    const label = name === 'dev' ? assignmentName : `${assignmentName}/${name}`;
    return [{ name: label, needs, isRunning: wanted === 'running' }];
  });
}
