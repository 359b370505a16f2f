import type { ReactNode } from 'react';

/** A page of nothing but one panel. */
export function PanelPage({ children }: { readonly children: ReactNode }) {
  return <main style={{ maxWidth: 640, margin: '96px auto', padding: '0 16px' }}>{children}</main>;
}
