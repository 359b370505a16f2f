import { useEffect } from 'react';

/** Names the browser's tab: `Firewall basics, Design`. */
export function PageTitle({ children }: { readonly children: string }) {
  useEffect(() => {
    document.title = `${children} · Labcast`;
  }, [children]);
  return null;
}
