import { editLab, type LabEdit } from '@labcast/domain';
import { expect, test } from 'vitest';
import {
  initialDesign,
  nextDesign,
  resumeDesign,
  type DesignAction,
  type DesignState,
} from './designState.ts';
import { listLost } from './keptDisks.ts';

const lab = 'version: 1\nelements:\n  web:\n    kind: container\n    image: debian-12\n';
const set = (memory: string): LabEdit => ({
  kind: 'set',
  path: ['elements', 'web', 'memory'],
  value: memory,
});
const add = (name: string): LabEdit => ({
  kind: 'add-element',
  name,
  element: { kind: 'container', image: 'debian-12' },
});
const play = (state: DesignState, ...actions: DesignAction[]) => actions.reduce(nextDesign, state);
const edit = (state: DesignState, ...edits: LabEdit[]) =>
  play(state, { type: 'changed', label: 'edit', text: editLab(state.text, edits) });
const start = initialDesign(lab, 1);

test('each step is undone and redone, with the places of things', () => {
  const made = play(edit(start, add('db')), {
    type: 'changed',
    label: 'Move web',
    positions: { web: { x: 1, y: 2 } },
  });
  const back = play(made, { type: 'undo' });
  expect(back.positions).toEqual({});
  expect(play(back, { type: 'undo' }).text).toBe(lab);
  const again = play(back, { type: 'undo' }, { type: 'redo' }, { type: 'redo' });
  expect([again.text, again.positions]).toEqual([made.text, made.positions]);
});

test('no more than a hundred steps are kept', () => {
  let state = start;
  for (let step = 0; step < 120; step++) state = edit(state, set(`${step + 64}MiB`));
  expect(state.undoable).toHaveLength(100);
  for (let step = 0; step < 100; step++) state = play(state, { type: 'undo' });
  expect(state.text).toContain('83MiB');
  expect(play(state, { type: 'undo' })).toBe(state);
});

test('typing goes on with its step until there is a pause', () => {
  const type = (text: string, typedAt: number): DesignAction => ({
    type: 'changed',
    label: 'Edit lab.yaml',
    text,
    typedAt,
  });
  const typed = play(start, type(`${lab}#`, 0), type(`${lab}# a`, 900), type(`${lab}# a b`, 5000));
  expect(typed.undoable).toHaveLength(2);
  expect(play(typed, { type: 'undo' }).text).toBe(`${lab}# a`);
});

test('undo leaves what somebody else did afterwards', () => {
  const mine = edit(start, add('db'));
  const applied = play(mine, { type: 'applied', text: mine.text, generation: 2 });
  const theirs = editLab(mine.text, [set('1GiB')]);
  const received = play(applied, { type: 'received', text: theirs, generation: 3 });
  expect(play(received, { type: 'undo' }).text).toBe(editLab(lab, [set('1GiB')]));
});

test('undo does not touch the same field that somebody else changed since, and says so', () => {
  const mine = edit(start, set('1GiB'));
  const applied = play(mine, { type: 'applied', text: mine.text, generation: 2 });
  const theirs = editLab(lab, [set('2GiB')]);
  const undone = play(applied, { type: 'received', text: theirs, generation: 3 }, { type: 'undo' });
  expect(undone.text).toBe(theirs);
  expect(undone.notice).toContain('Somebody changed the same fields');
});

test('what another person does to other things joins the draft', () => {
  const mine = edit(start, add('db'));
  const theirs = editLab(lab, [set('2GiB')]);
  const both = play(mine, { type: 'received', text: theirs, generation: 2 });
  expect(both.text).toBe(editLab(lab, [set('2GiB'), add('db')]));
  expect([both.appliedText, both.generation, both.conflict]).toEqual([theirs, 2, undefined]);
});

test('two values for one field are kept until somebody decides', () => {
  const mine = edit(start, set('1GiB'));
  const theirs = editLab(lab, [set('2GiB')]);
  const both = play(mine, { type: 'received', text: theirs, generation: 2 });
  expect([both.text, both.conflict]).toEqual([mine.text, { text: theirs, generation: 2 }]);
  expect(play(both, { type: 'resolved', keep: 'theirs' }).text).toBe(theirs);
  const kept = play(both, { type: 'resolved', keep: 'mine' });
  expect([kept.text, kept.conflict]).toEqual([mine.text, undefined]);
});

test('half a line being typed is not lost when somebody else changes the lab', () => {
  const typing = play(start, { type: 'changed', label: 't', text: `${lab}x: [`, typedAt: 0 });
  const theirs = editLab(lab, [set('2GiB')]);
  const both = play(typing, { type: 'received', text: theirs, generation: 2 });
  expect([both.text, both.conflict?.text]).toEqual([`${lab}x: [`, theirs]);
});

test('what is refused goes back, and what was done meanwhile stays', () => {
  const sent = edit(start, add('big'));
  const meanwhile = edit(sent, set('1GiB'));
  const refused = play(meanwhile, { type: 'refused', text: sent.text });
  expect(refused.text).toBe(editLab(lab, [set('1GiB')]));
});

test('an older answer does not replace a newer one', () => {
  const newer = play(start, { type: 'applied', text: `${lab}# new\n`, generation: 3 });
  expect(play(newer, { type: 'received', text: lab, generation: 2 })).toBe(newer);
});

/** web was deleted, and what was on it is in c14. */
const removed = edit(start, { kind: 'remove-element', name: 'web' });
const kept = { checkpoint: 14, names: ['web'], text: lab };
const deleted = play(removed, { type: 'applied', text: removed.text, generation: 2, kept });

test('undo of a deletion asks for what was on the disk', () => {
  const back = play(deleted, { type: 'undo' });
  expect([back.text, back.bringBack]).toEqual([lab, { web: 14 }]);
  expect(play(back, { type: 'redo' }).bringBack).toEqual({});
  const applied = play(back, { type: 'applied', text: back.text, generation: 3 });
  expect([applied.bringBack, applied.kept]).toEqual([{}, {}]);
});

test('an event that comes before the answer does not make the disk forgotten', () => {
  const told = play(removed, { type: 'received', text: removed.text, generation: 2 });
  const answered = play(told, { type: 'applied', text: removed.text, generation: 2, kept });
  expect(play(answered, { type: 'undo' }).bringBack).toEqual({ web: 14 });
});

test('after a reload before the answer the server knows where the disk is', () => {
  const { undoable } = removed;
  const reloaded = { ...initialDesign(removed.text, 2), undoable };
  expect(play(reloaded, { type: 'undo' }).bringBack).toEqual({});
  const lost = listLost({ checkpoint: 14, text: lab }, removed.text);
  const found = play(reloaded, { type: 'found', kept: lost });
  expect(play(found, { type: 'undo' }).bringBack).toEqual({ web: 14 });
});

test('what is still there, or came later, is not lost', () => {
  const later = edit(start, add('later')).text;
  expect(listLost({ checkpoint: 14, text: lab }, later)).toEqual({});
});

test('a new element that is called as the deleted one was begins anew', () => {
  const made = edit(deleted, add('web'));
  expect(made.bringBack).toEqual({});
  const changed = edit(made, set('1GiB'));
  expect(play(changed, { type: 'undo' }).bringBack).toEqual({});
});

test('what was left unfinished is gone on with, upon what others did meanwhile', () => {
  const left = edit(start, { kind: 'remove-element', name: 'web' }, add('db'));
  const theirs = editLab(lab, [add('vpn')]);
  const resumed = resumeDesign(left, theirs, 5);
  expect(resumed).toMatchObject({ appliedText: theirs, generation: 5, conflict: undefined });
  expect(resumed.text).toContain('vpn');
  expect(resumed.text).toContain('db');
  expect(resumed.text).not.toContain('web');
});

test('what was left unfinished waits for a decision where others changed the same', () => {
  const left = edit(start, set('1GiB'));
  const theirs = editLab(lab, [set('2GiB')]);
  expect(resumeDesign(left, theirs, 5)).toMatchObject({
    text: left.text,
    conflict: { text: theirs, generation: 5 },
  });
});
