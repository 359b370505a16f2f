import { lazy, Suspense, useRef } from 'react';
import { GreyLines } from '../../../components/GreyLines.tsx';
import { PanelBoundary } from '../../../components/PanelBoundary.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { useDesign } from '../design/Design.ts';
import type { LabEditorHandle } from './LabEditor.tsx';
import { ProblemList } from './ProblemList.tsx';
import classes from './yaml.module.css';
import { yamlText } from './yamlText.ts';

const LabEditor = lazy(async () => ({ default: (await import('./LabEditor.tsx')).LabEditor }));
const ConflictView = lazy(async () => ({
  default: (await import('./ConflictView.tsx')).ConflictView,
}));

interface YamlEditorProps {
  /** The focus goes into it. */
  readonly isEntered: boolean;
}

/** lab.yaml as text, in step with the canvas. */
export function YamlEditor({ isEntered }: YamlEditorProps) {
  const { conflict } = useDesign();
  return (
    <PanelBoundary name={yamlText.name}>
      <Suspense fallback={<GreyLines label={yamlText.loading} count={12} height={16} />}>
        {conflict ? <ConflictView /> : <Editing isEntered={isEntered} />}
      </Suspense>
    </PanelBoundary>
  );
}

function Editing({ isEntered }: YamlEditorProps) {
  const { text, problems, images, mayEdit, setText, undo, redo } = useDesign();
  const editor = useRef<LabEditorHandle>(null);
  return (
    <div className={classes.view}>
      <LabEditor
        ref={editor}
        text={text}
        problems={problems}
        images={images}
        isReadOnly={!mayEdit}
        isEntered={isEntered}
        onText={setText}
        onUndo={undo}
        onRedo={redo}
      />
      <div className={classes.foot}>
        <div>
          <div role="status">
            {problems.length === 0 ? (
              yamlText.fine
            ) : (
              <StateBadge state="failed" word={yamlText.problems(problems.length)} />
            )}
          </div>
          <ProblemList problems={problems} onGo={(line) => editor.current?.goToLine(line)} />
        </div>
        <span className={classes.keys}>{mayEdit ? yamlText.keys : yamlText.readOnly}</span>
      </div>
    </div>
  );
}
