import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { useCanvasPort } from '../frame/CanvasPort.ts';

/** Lets what stands around the canvas ask where things go. */
export function usePort(root: RefObject<HTMLElement | null>): void {
  const port = useCanvasPort();
  const flow = useReactFlow();
  useEffect(() => {
    const box = () => root.current?.getBoundingClientRect() ?? new DOMRect();
    port.current = {
      centre: () => {
        const { left, top, width, height } = box();
        return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
      },
      toCanvas: ({ x, y }) => {
        const { left, right, top, bottom } = box();
        const isInside = x > left && x < right && y > top && y < bottom;
        return isInside ? flow.screenToFlowPosition({ x, y }) : undefined;
      },
      fitSoon: () =>
        void setTimeout(() => void flow.fitView({ maxZoom: 1, padding: 0.2, duration: 150 }), 120),
      focus: () => root.current?.focus({ preventScroll: true }),
    };
    return () => {
      port.current = null;
    };
  }, [port, flow, root]);
}
