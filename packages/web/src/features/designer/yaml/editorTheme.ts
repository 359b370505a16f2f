import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const ink = 'var(--labcast-ink)';
const dimmed = 'var(--mantine-color-dimmed)';
const surface = 'var(--labcast-surface)';
const hover = 'var(--labcast-hover)';
const line = 'var(--labcast-hairline)';

/** Paper and ink: text is told apart by weight and shade, colour is left to what is wrong. Follows light and dark by itself. */
export const editorTheme = [
  EditorView.theme({
    '&': { height: '100%', color: ink, backgroundColor: surface, fontSize: '13px' },
    // Its frame is drawn around it, where the gutter cannot cover it.
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
    '.cm-content': { caretColor: ink, padding: '8px 0' },
    '.cm-cursor, .cm-dropCursor': { borderLeftColor: ink, borderLeftWidth: '2px' },
    '.cm-gutters': { color: dimmed, backgroundColor: surface, borderRight: `1px solid ${line}` },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: hover },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
      { backgroundColor: line },
    '.cm-selectionMatch, .cm-searchMatch': { backgroundColor: line },
    '.cm-searchMatch-selected': { outline: `1px solid ${ink}` },
    '.cm-tooltip': { color: ink, backgroundColor: surface, border: `1px solid ${line}` },
    '.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px', lineHeight: '1.4' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': { color: ink, backgroundColor: hover },
    '.cm-tooltip.cm-completionInfo': { maxWidth: '340px', padding: '8px' },
    '.cm-diagnostic': { padding: '4px 8px', whiteSpace: 'pre-wrap' },
    '.cm-diagnostic-error': { borderLeft: '4px solid var(--labcast-state-red)' },
    '.cm-panels': { color: ink, backgroundColor: hover, borderColor: line },
    '.cm-panel.cm-search': { padding: '8px', fontSize: '13px' },
    '.cm-textfield, .cm-button': {
      fontSize: '13px',
      color: ink,
      backgroundColor: surface,
      backgroundImage: 'none',
      border: '1px solid var(--labcast-control-line)',
      borderRadius: '4px',
    },
    '.cm-labcast-arrived': { backgroundColor: hover, boxShadow: `inset 3px 0 0 ${dimmed}` },
    '.cm-changedLine': { backgroundColor: `${hover} !important` },
    '.cm-changedLineGutter, &.cm-merge-a .cm-changedLineGutter, &.cm-merge-b .cm-changedLineGutter':
      { background: `${dimmed} !important` },
    '.cm-collapsedLines': {
      color: dimmed,
      background: `${hover} !important`,
    },
    '.cm-changedText': { background: 'none !important', textDecoration: `underline 2px ${dimmed}` },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.propertyName, tags.definition(tags.propertyName)], fontWeight: '600' },
      { tag: tags.comment, color: dimmed, fontStyle: 'italic' },
      { tag: [tags.punctuation, tags.separator, tags.bracket, tags.meta], color: dimmed },
      { tag: [tags.string, tags.content, tags.attributeValue], color: ink },
    ]),
  ),
];
