import { useEffect, useState } from 'react';

const toolsId = 'labcast-canvas-tools';

/** Where the tools of the view that is shown stand. */
export function ToolsTarget() {
  return <div id={toolsId} />;
}

export function useToolsTarget(): HTMLElement | null {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  useEffect(() => setTarget(document.getElementById(toolsId)), []);
  return target;
}
