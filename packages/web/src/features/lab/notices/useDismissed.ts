import { useLocalStorage } from '@mantine/hooks';

/** What one has read stays away, also after a reload and in other windows. So many of one lab are remembered. */
const mostRemembered = 100;

/** The notices of one lab that were dismissed, by their ids, and the way to dismiss one. */
export function useDismissed(lab: string) {
  const [dismissed, setDismissed] = useLocalStorage<readonly string[]>({
    key: `labcast-read-${lab}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    isDismissed: (id: string) => dismissed.includes(id),
    dismiss: (id: string) => setDismissed((before) => [...before, id].slice(-mostRemembered)),
  };
}
