import { useLocalStorage } from '@mantine/hooks';

/** Whether single letters are keys; a person can turn that off. */
export function useLetterKeys() {
  return useLocalStorage({ key: 'labcast-letter-keys', defaultValue: true });
}
