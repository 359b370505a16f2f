import { Button, Group } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useReactFlow, useStore } from '@xyflow/react';
import { createPortal } from 'react-dom';
import { designText } from '../designText.ts';
import { useToolsTarget } from '../frame/ToolsTarget.tsx';

interface CanvasToolsProps {
  readonly onFit: () => void;
  readonly onTidy: () => void;
  readonly onHelp: () => void;
  readonly mayEdit: boolean;
}

/** Fit, tidy and zoom, in the bar above the canvas. */
export function CanvasTools({ onFit, onTidy, onHelp, mayEdit }: CanvasToolsProps) {
  const target = useToolsTarget();
  const flow = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  if (!target) return null;
  const small = { size: 'compact-sm', variant: 'subtle' } as const;
  return createPortal(
    <Group gap={4} wrap="nowrap" role="toolbar" aria-label={designText.tools}>
      <Button {...small} onClick={onFit}>
        {designText.fit}
      </Button>
      {mayEdit && (
        <Button {...small} onClick={onTidy}>
          {designText.tidy}
        </Button>
      )}
      <Button {...small} aria-label={designText.zoomOut} onClick={() => void flow.zoomOut()}>
        <IconMinus aria-hidden size={16} stroke={1.5} />
      </Button>
      <span style={{ minWidth: 40, textAlign: 'center', fontSize: 13 }}>{zoom} %</span>
      <Button {...small} aria-label={designText.zoomIn} onClick={() => void flow.zoomIn()}>
        <IconPlus aria-hidden size={16} stroke={1.5} />
      </Button>
      <Button {...small} onClick={onHelp}>
        {designText.keys}
      </Button>
    </Group>,
    target,
  );
}
