import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';

interface ControlButtonProps {
  readonly isViewing: boolean;
  readonly onChange: (isViewing: boolean) => void;
}

/** Looks on without being able to change anything, and takes the control back with one press. */
export function ControlButton({ isViewing, onChange }: ControlButtonProps) {
  const text = consoleText.viewers;
  return (
    <>
      {isViewing && <span>{text.viewing}</span>}
      <ToolButton title={text.takeBackHint} onClick={() => onChange(!isViewing)}>
        {isViewing ? text.takeControl : text.takeBack}
      </ToolButton>
    </>
  );
}
