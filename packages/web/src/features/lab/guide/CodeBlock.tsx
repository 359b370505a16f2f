import { CopyButton } from '@mantine/core';
import { ToolButton } from '../../console/frame/ToolButton.tsx';
import { labText } from '../labText.ts';
import classes from './guide.module.css';

interface CodeBlockProps {
  readonly code: string;
  /** The element in whose terminal it is meant to run. */
  readonly terminal: string | undefined;
  readonly onRun: () => void;
}

/** Code to copy, and to run where it says so. */
export function CodeBlock({ code, terminal, onRun }: CodeBlockProps) {
  const text = labText.guide;
  return (
    <div className={classes.code}>
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
      <div className={classes.codeTools}>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <ToolButton onClick={copy}>{copied ? text.copied : text.copy}</ToolButton>
          )}
        </CopyButton>
        {terminal !== undefined && <ToolButton onClick={onRun}>{text.run(terminal)}</ToolButton>}
      </div>
    </div>
  );
}
