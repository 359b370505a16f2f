import { lazy, Suspense } from 'react';
import { GreyLines } from '../../../components/GreyLines.tsx';
import { labText } from '../labText.ts';

const MarkdownText = lazy(() => import('./MarkdownText.tsx'));

interface GuideTextProps {
  readonly text: string;
  readonly terminals: readonly string[];
  readonly onRun: (element: string, code: string) => void;
}

/** Markdown; what shows it is loaded with its first use. */
export function GuideText(props: GuideTextProps) {
  if (props.text === '') return null;
  return (
    <Suspense fallback={<GreyLines label={labText.loadingOne} count={4} height={16} />}>
      <MarkdownText {...props} />
    </Suspense>
  );
}
