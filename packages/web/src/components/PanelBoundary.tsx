import { Component, type ReactNode } from 'react';
import { crashText } from './crashText.ts';
import { ErrorPanel } from './ErrorPanel.tsx';
import { MissingPart } from './MissingPart.tsx';
import { PanelPage } from './PanelPage.tsx';

interface PanelBoundaryProps {
  /** As a person calls it: `The canvas`. */
  readonly name: string;
  /** There is no rest of the page. */
  readonly isAllOfThePage?: boolean;
  readonly children: ReactNode;
}

/** What was thrown because a script or a style did not come; Vite alone can tell. */
const notLoaded = new WeakSet<Error>();
globalThis.addEventListener('vite:preloadError', ({ payload }) => notLoaded.add(payload));

/** When drawing one panel fails, that panel says so and the rest of the page works on. */
export class PanelBoundary extends Component<PanelBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    const { name, isAllOfThePage = false, children } = this.props;
    if (error === undefined) return children;
    const isMissing = error instanceof Error && notLoaded.has(error);
    const panel = isMissing ? (
      <MissingPart name={name} isAllOfThePage={isAllOfThePage} />
    ) : (
      <ErrorPanel
        error={error}
        title={`${name} could not be shown`}
        text={crashText}
        action="Reload panel"
        onRetry={() => this.setState({ error: undefined })}
      />
    );
    return isAllOfThePage ? <PanelPage>{panel}</PanelPage> : panel;
  }
}
