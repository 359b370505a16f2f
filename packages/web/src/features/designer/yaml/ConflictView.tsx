import { Button, Group, Title } from '@mantine/core';
import { MergeView } from '@codemirror/merge';
import { yaml } from '@codemirror/lang-yaml';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useDesign } from '../design/Design.ts';
import { editorTheme } from './editorTheme.ts';
import classes from './yaml.module.css';
import { yamlText } from './yamlText.ts';

/** Two people changed the same places: both versions side by side, and a choice. */
export function ConflictView() {
  const { text, conflict, resolve, setText } = useDesign();
  const place = useRef<HTMLDivElement>(null);
  const merge = useRef<MergeView>(undefined);
  const start = useEffectEvent((parent: HTMLElement) =>
    createMerge(parent, { theirs: conflict?.text ?? '', mine: text }),
  );
  useEffect(() => {
    if (!place.current) return undefined;
    const created = start(place.current);
    merge.current = created;
    return () => created.destroy();
  }, [conflict?.generation]);
  const takeEdited = () => {
    const edited = merge.current?.b.state.doc.toString() ?? text;
    resolve('mine');
    setText(edited);
  };
  return (
    <section className={classes.conflict} role="alert" aria-labelledby="conflict-title">
      <div>
        <Title order={2} id="conflict-title">
          {yamlText.conflictTitle}
        </Title>
        {yamlText.conflictText}
      </div>
      <div className={classes.sides} aria-hidden>
        <span>{yamlText.theirs}</span>
        <span>{yamlText.mine}</span>
      </div>
      <div ref={place} className={classes.merge} />
      <Group gap="sm">
        <Button variant="default" onClick={() => resolve('mine')}>
          {yamlText.keepMine}
        </Button>
        <Button variant="default" onClick={() => resolve('theirs')}>
          {yamlText.takeTheirs}
        </Button>
        <Button variant="default" onClick={takeEdited}>
          {yamlText.useEdited}
        </Button>
      </Group>
    </section>
  );
}

function createMerge(parent: HTMLElement, texts: { theirs: string; mine: string }): MergeView {
  const common = [lineNumbers(), yaml(), editorTheme, EditorView.lineWrapping];
  const labelled = (label: string) => EditorView.contentAttributes.of({ 'aria-label': label });
  return new MergeView({
    parent,
    a: {
      doc: texts.theirs,
      extensions: [...common, EditorState.readOnly.of(true), labelled(yamlText.theirs)],
    },
    b: { doc: texts.mine, extensions: [...common, labelled(yamlText.mine)] },
    revertControls: 'a-to-b',
    renderRevertControl: () => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = '→';
      button.title = yamlText.takeChange;
      button.setAttribute('aria-label', yamlText.takeChange);
      return button;
    },
    collapseUnchanged: { margin: 3 },
  });
}
