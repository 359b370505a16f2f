import { labJsonSchema, type CatalogueImage, type Problem } from '@labcast/domain';
import { useEffect, useEffectEvent, useRef, type Ref, useImperativeHandle } from 'react';
import { createLabEditor, type LabEditor as Editor } from './createLabEditor.ts';
import type { Schema } from './schemasAt.ts';
import classes from './yaml.module.css';
import { yamlText } from './yamlText.ts';

interface LabEditorProps {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly images: readonly CatalogueImage[];
  readonly isReadOnly: boolean;
  /** The focus goes into it. */
  readonly isEntered: boolean;
  readonly onText: (text: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly ref?: Ref<LabEditorHandle>;
}

export interface LabEditorHandle {
  readonly goToLine: (line: number) => void;
}

const schema = labJsonSchema() as Schema;

/** CodeMirror in React's hands. Loaded when the file is looked at. */
export function LabEditor(props: LabEditorProps) {
  const { text, problems, isReadOnly } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const readSources = useEffectEvent(() => ({ schema, images: props.images }));
  const onText = useEffectEvent((written: string) => props.onText(written));
  const onUndo = useEffectEvent(() => props.onUndo());
  const onRedo = useEffectEvent(() => props.onRedo());
  const start = useEffectEvent((parent: HTMLElement) =>
    createLabEditor(parent, {
      text,
      label: yamlText.label,
      isReadOnly,
      isEntered: props.isEntered,
      sources: () => readSources(),
      onText: (written) => onText(written),
      onUndo: () => onUndo(),
      onRedo: () => onRedo(),
    }),
  );
  useEffect(() => {
    if (!place.current) return undefined;
    const created = start(place.current);
    editor.current = created;
    return () => {
      editor.current = undefined;
      created.destroy();
    };
  }, []);
  useEffect(() => editor.current?.setText(text), [text]);
  useEffect(() => editor.current?.setProblems(problems), [problems, text]);
  useEffect(() => editor.current?.setReadOnly(isReadOnly), [isReadOnly]);
  useImperativeHandle(props.ref, () => ({
    goToLine: (line) => editor.current?.goToLine(line),
  }));
  return <div ref={place} className={classes.editor} />;
}
