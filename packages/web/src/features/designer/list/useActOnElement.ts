import { useMutation } from '@tanstack/react-query';
import { actOnElement, type ElementAction } from '../../../api/environments.ts';
import type { EnvironmentAddress } from '../../../api/environments.ts';

/** Asks for something that changes no blueprint. What comes of it is told by the element's state. */
export function useActOnElement(address: EnvironmentAddress) {
  return useMutation({
    mutationFn: ({ element, action }: { element: string; action: ElementAction }) =>
      actOnElement({ ...address, element }, action),
  });
}
