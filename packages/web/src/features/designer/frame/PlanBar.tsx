import { Button, Text } from '@mantine/core';
import type { Change } from '@labcast/domain';
import { useState } from 'react';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { PlanDetails } from '../plan/PlanDetails.tsx';
import classes from './frame.module.css';

const text = designText.plan;
const mostNamed = 4;

/** What waits until it is applied, in one line. */
export function PlanBar() {
  const { pending, mayEdit } = useDesign();
  const [isOpen, setOpen] = useState(false);
  if (!mayEdit) return null;
  return (
    <>
      {pending.length > 0 && <Waiting onDetails={() => setOpen(true)} />}
      {/* Outlives the bar, so that it closes by itself: left open, it would be open again with the next change. */}
      <PlanDetails isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

function Waiting({ onDetails }: { readonly onDetails: () => void }) {
  const { pending, isApplying, apply, discard, problems } = useDesign();
  const deeds = [...new Set(pending.map(describe))];
  const more = deeds.length - mostNamed;
  const losesData = pending.some(({ destroysData }) => destroysData);
  return (
    <section className={classes.plan} aria-label={text.label}>
      <Text className={classes.planText} role="status" title={deeds.join('; ')}>
        <strong>{text.heading(deeds.length)}:</strong> {deeds.slice(0, mostNamed).join('; ')}
        {more > 0 && ` ${text.andMore(more)}`}
      </Text>
      <Button variant="subtle" onClick={onDetails}>
        {text.details}
      </Button>
      <Button variant="default" onClick={discard}>
        {text.discard}
      </Button>
      <Button
        loading={isApplying}
        disabled={problems.length > 0}
        // What goes is read before it goes.
        onClick={() => (losesData ? onDetails() : void apply())}
      >
        {text.apply(deeds.length)}
      </Button>
    </section>
  );
}

function describe({ action, element, destroysData }: Change): string {
  const { verbs } = text;
  if (!destroysData) return verbs[action](element);
  if (action === 'remove') return verbs.removeData(element);
  if (action === 'replace') return verbs.replaceData(element);
  return verbs.changeData(element);
}
