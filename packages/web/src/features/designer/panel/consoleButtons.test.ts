import { MantineProvider } from '@mantine/core';
import { initialStatus, parseBlueprint, type ElementStatus } from '@labcast/domain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { DesignContext, type Design } from '../design/Design.ts';
import { panelText } from './panelText.ts';

// What asks the server wants to know the page's address as soon as it is loaded.
vi.stubGlobal('location', new URL('http://localhost/'));
const { ElementPanel } = await import('./ElementPanel.tsx');

const text = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24 }
elements:
  kube: { kind: cluster, cpu: 1, memory: 1GiB, storage: 4GiB }
  shop: { kind: app, on: kube, image: nginx, port: 80 }
`;
const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: [] });
if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
const { blueprint } = parsed;
const ready = (name: string, kind: ElementStatus['kind']): ElementStatus => ({
  name,
  kind,
  state: 'ready',
  addresses: [],
  instances: [],
});
const status = {
  ...initialStatus,
  elements: [ready('kube', 'cluster'), ready('shop', 'app')],
};

/** The panel of an element that is ready, as whoever looks gets it. */
function panelOf(name: string, mayEdit: boolean): string {
  const design = {
    address: { assignment: 'shop', environment: 'dev' },
    mayEdit,
    text,
    blueprint,
    appliedBlueprint: blueprint,
    problems: [],
    pending: [],
    images: [],
    status,
    selection: [name],
  } as unknown as Design;
  const panel = createElement(ElementPanel, { name });
  const inDesign = createElement(DesignContext, { value: design }, panel);
  const client = new QueryClient();
  return renderToStaticMarkup(
    createElement(QueryClientProvider, { client }, createElement(MantineProvider, null, inDesign)),
  );
}

test.each([
  ['shop', panelText.openPage],
  ['kube', panelText.kubectl],
])('the panel of %s has "%s" for instructors, and not for assistants', (name, button) => {
  expect(panelOf(name, true)).toContain(`>${button}<`);
  const seen = panelOf(name, false);
  expect(seen).toContain(name);
  expect(seen).not.toContain(button);
});
