import { Button, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';

interface ConfirmButtonProps extends ButtonProps {
  /** What the second press does, such as `End this session now?`. */
  readonly question: string;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
}

/** Asks by turning into the question, until the focus leaves it. */
export function ConfirmButton({ question, onConfirm, children, ...rest }: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const { 'aria-label': label, ...look } = rest;
  return (
    <Button
      size="xs"
      variant="default"
      {...look}
      {...(!isAsking && label !== undefined && { 'aria-label': label })}
      onBlur={() => setAsking(false)}
      onClick={() => {
        if (isAsking) onConfirm();
        setAsking(!isAsking);
      }}
    >
      {isAsking ? question : children}
    </Button>
  );
}
