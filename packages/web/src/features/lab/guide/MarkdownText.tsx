import { useMemo, useRef } from 'react';
import Markdown, { type Components, type ExtraProps } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { CodeBlock } from './CodeBlock.tsx';
import classes from './guide.module.css';

interface MarkdownTextProps {
  readonly text: string;
  readonly terminals: readonly string[];
  readonly onRun: (element: string, code: string) => void;
}

const plugins = [remarkGfm];

/** HTML in the text is shown as text, and addresses that run scripts lead nowhere: the library sees to both. */
export default function MarkdownText({ text, terminals, onRun }: MarkdownTextProps) {
  const run = useRef(onRun);
  run.current = onRun;
  // Other components would be other elements: the focus on one of their buttons would be lost with every event.
  const names = terminals.join('\n');
  const components = useMemo<Components>(
    () => ({
      pre: ({ node }) => {
        const { code, target } = readBlock(node);
        const terminal = names.split('\n').find((one) => one === target);
        return (
          <CodeBlock
            code={code}
            terminal={terminal}
            onRun={() => terminal !== undefined && run.current(terminal, code)}
          />
        );
      },
      a: ({ href, children }) => (
        // Another page must not take the lab's place.
        <a href={href} target="_blank" rel="noreferrer noopener">
          {children}
        </a>
      ),
    }),
    [names],
  );
  return (
    <div className={classes.text} dir="auto">
      <Markdown remarkPlugins={plugins} components={components}>
        {text}
      </Markdown>
    </div>
  );
}

/** The words after the language name where it is meant to run. */
function readBlock(node: ExtraProps['node']): { code: string; target: string | undefined } {
  const [inner] = node?.children ?? [];
  if (inner?.type !== 'element') return { code: '', target: undefined };
  const meta = (inner.data as { meta?: string | null } | undefined)?.meta ?? '';
  const code = inner.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  return { code: code.replace(/\n$/, ''), target: meta.split(/\s+/)[0] };
}
