import { Button, Text } from '@mantine/core';
import { parseBlueprint, printSize } from '@labcast/domain';
import { useQuery } from '@tanstack/react-query';
import { scenariosQuery } from '../../../api/catalogue.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { GreyLines } from '../../../components/GreyLines.tsx';
import { useDesign } from '../design/Design.ts';
import { printCores } from '../panel/readSizeField.ts';
import classes from './gallery.module.css';
import { galleryText } from './galleryText.ts';
import { LabDrawing } from './LabDrawing.tsx';

interface GalleryProps {
  /** With the scenario's lab.yaml, to be added to what is there. */
  readonly onInsert: (blueprintText: string) => void;
}

/** Ready scenarios as small drawings. */
export function Gallery({ onInsert }: GalleryProps) {
  const { blueprint } = useDesign();
  const read = useQuery(scenariosQuery);
  const isEmpty = Object.keys(blueprint.elements).length === 0;
  if (read.isPending) return <GreyLines label={galleryText.loading} count={3} height={240} />;
  if (read.isError)
    return (
      <ErrorPanel
        error={read.error}
        title={galleryText.unread}
        onRetry={() => void read.refetch()}
      />
    );
  const { scenarios } = read.data;
  if (scenarios.length === 0) return <Text>{galleryText.none}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed" mb="md">
        {isEmpty ? galleryText.intoEmpty : galleryText.intoOther}
      </Text>
      <ul className={classes.scenarios}>
        {scenarios.map((scenario) => (
          <ScenarioCard
            key={scenario.name}
            scenario={scenario}
            action={isEmpty ? galleryText.start : galleryText.addShort}
            onInsert={() => onInsert(scenario.blueprint)}
          />
        ))}
      </ul>
    </>
  );
}

interface ScenarioCardProps {
  readonly scenario: {
    readonly title: string;
    readonly summary: string;
    readonly blueprint: string;
    readonly elements: readonly { readonly name: string }[];
    readonly needs: { readonly cpu: number; memoryBytes: number; storageBytes: number };
  };
  readonly action: string;
  readonly onInsert: () => void;
}

function ScenarioCard({ scenario, action, onInsert }: ScenarioCardProps) {
  const { images } = useDesign();
  const { title, summary, elements, needs } = scenario;
  const parsed = parseBlueprint(scenario.blueprint, { file: 'lab.yaml', catalogue: images });
  const label = galleryText.elements(elements.map(({ name }) => name));
  return (
    <li className={classes.scenario}>
      <div className={classes.picture}>
        {'blueprint' in parsed ? (
          <LabDrawing blueprint={parsed.blueprint} label={label} />
        ) : (
          <Text size="sm">{galleryText.unreadable}</Text>
        )}
      </div>
      <h3>{title}</h3>
      <p>{summary}</p>
      <p className={classes.needs}>
        {galleryText.needs(
          printSize(needs.memoryBytes),
          printSize(needs.storageBytes),
          printCores(needs.cpu),
        )}
      </p>
      <Button
        variant="default"
        disabled={'problems' in parsed}
        aria-label={`${action}: ${title}`}
        onClick={onInsert}
      >
        {action}
      </Button>
    </li>
  );
}
