import { fetchPageRaw, floorLab, makeFloorLab, removeFloorLab } from './floor/floorLab.ts';
import { fetchPage, makeLab, removeLab } from './labcast/labcastLab.ts';
import { secondsOf } from './statistics.ts';

export interface Case {
  readonly title: string;
  readonly type: string;
  readonly parameters: Record<string, string>;
  /** The app whose page has to answer before it counts as made. */
  readonly page?: { readonly element: string; readonly port: number };
}

export interface Figures {
  readonly floor: { readonly create: number[]; readonly destroy: number[] };
  readonly labcast: { readonly create: number[]; readonly destroy: number[] };
}

/** By hand and by Labcast in turn, so that whatever else the machine does meets both alike. */
export async function measure(subject: Case, runs: number): Promise<Figures> {
  const figures: Figures = {
    floor: { create: [], destroy: [] },
    labcast: { create: [], destroy: [] },
  };
  for (let number = 0; number < runs; number++) {
    const lab = floorLab(subject.type, subject.parameters, number);
    figures.floor.create.push(
      await secondsOf(async () => {
        await makeFloorLab(lab);
        await fetchPageRaw(lab);
      }),
    );
    figures.floor.destroy.push(await secondsOf(() => removeFloorLab(lab)));

    const name = `bench-${subject.type}-${String(number)}`;
    figures.labcast.create.push(
      await secondsOf(async () => {
        await makeLab(subject.type, subject.parameters, name);
        if (subject.page) await fetchPage(name, subject.page.element, subject.page.port);
      }),
    );
    figures.labcast.destroy.push(await secondsOf(() => removeLab(name)));
  }
  return figures;
}
