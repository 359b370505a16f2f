import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import classes from '../console.module.css';

type ToolButtonProps = ButtonProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> & { readonly isOn?: boolean };

/** One of the small plain buttons of a toolbar. */
export function ToolButton({ isOn, className, ...props }: ToolButtonProps) {
  return (
    <Button
      size="compact-xs"
      // A menu gives its button a class of its own.
      className={[classes.tool, className].filter(Boolean).join(' ')}
      fw={400}
      flex="none"
      variant={isOn === true ? 'light' : 'subtle'}
      {...(isOn !== undefined && { 'aria-pressed': isOn })}
      {...props}
    />
  );
}
