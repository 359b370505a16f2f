import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';

type ToolButtonProps = ButtonProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> & { readonly isOn?: boolean };

/** One of the small plain buttons of a toolbar. */
export function ToolButton({ isOn, ...props }: ToolButtonProps) {
  return (
    <Button
      size="compact-xs"
      fw={400}
      flex="none"
      variant={isOn === true ? 'light' : 'subtle'}
      {...(isOn !== undefined && { 'aria-pressed': isOn })}
      {...props}
    />
  );
}
