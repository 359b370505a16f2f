import { Component, type ReactNode } from 'react';
import { ErrorPanel } from './ErrorPanel.tsx';

interface PanelBoundaryProps {
  /** As a person calls it: `The canvas`. */
  readonly name: string;
  readonly children: ReactNode;
}

/** When drawing one panel fails, that panel says so and the rest of the page works on. */
export class PanelBoundary extends Component<PanelBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <ErrorPanel
        error={this.state.error}
        title={`${this.props.name} could not be shown`}
        action="Reload panel"
        onRetry={() => this.setState({ error: undefined })}
      />
    );
  }
}
