import type { Comparison as ComparisonView } from '@labcast/api-client';
import { Stack, Text, Title } from '@mantine/core';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { pipelineText } from '../pipelineText.ts';
import { ChangeList } from '../sides/ChangeList.tsx';
import classes from './compare.module.css';
import { FileList } from './FileList.tsx';

const text = pipelineText.compare;

/** First lab.yaml, then the files of each element. */
export function Comparison({ comparison }: { readonly comparison: ComparisonView }) {
  const { changes, elements, filesError } = comparison;
  return (
    <Stack gap="xl">
      <section>
        <Title order={2}>{text.blueprint}</Title>
        {changes.length === 0 ? (
          <Text size="sm">{text.noChanges}</Text>
        ) : (
          <ChangeList changes={changes} isWhole />
        )}
      </section>
      <section>
        <Title order={2} mb="xs">
          {text.files}
        </Title>
        {filesError !== undefined && <ErrorPanel error={filesError} title={text.noFiles} />}
        <Stack gap="lg">
          {elements.map((element) => (
            <section key={element.name}>
              <div className={classes.head}>
                <Title order={3}>{element.name}</Title>
                <span>{text.states[element.state]}</span>
                {element.total > 0 && <span>{text.total(element.total)}</span>}
              </div>
              {element.files.length > 0 && <FileList element={element} />}
            </section>
          ))}
        </Stack>
      </section>
    </Stack>
  );
}
