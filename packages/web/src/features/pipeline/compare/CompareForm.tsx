import { Autocomplete, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { checkpointsQuery, pipelineQuery } from '../../../api/pipeline.ts';
import { pipelineText } from '../pipelineText.ts';
import classes from './compare.module.css';

const text = pipelineText.compare;

interface CompareFormProps {
  readonly assignment: string;
  readonly from: string;
  readonly to: string;
  readonly onCompare: (from: string, to: string) => void;
}

/** The two sides. Whatever has a name can be one; the usual ones are offered. */
export function CompareForm({ assignment, onCompare, ...given }: CompareFormProps) {
  const [from, setFrom] = useState(given.from);
  const [to, setTo] = useState(given.to);
  const checkpoints = useQuery(checkpointsQuery(assignment)).data?.checkpoints ?? [];
  const releases = useQuery(pipelineQuery(assignment)).data?.releases ?? [];
  const names = [
    'dev',
    'prod',
    ...releases.map(({ number }) => `r${number}`),
    ...checkpoints.map(({ number }) => `c${number}`),
  ];
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (from.trim() !== '' && to.trim() !== '') onCompare(from.trim(), to.trim());
      }}
    >
      <Autocomplete
        size="xs"
        w={120}
        label={text.from}
        data={names}
        value={from}
        onChange={setFrom}
      />
      <Autocomplete size="xs" w={120} label={text.to} data={names} value={to} onChange={setTo} />
      <Button type="submit" size="xs" variant="default">
        {text.compare}
      </Button>
    </form>
  );
}
