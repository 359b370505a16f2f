import { expect, test } from 'vitest';
import { findCatalogueImage } from '../catalogue/catalogue.ts';
import { consolesOf } from './consoles.ts';

const of = (image: string) => findCatalogueImage(image);

test('a container opens its terminal', () => {
  const consoles = ['terminal', 'files', 'logs'];
  expect(consolesOf({ kind: 'container', ports: [] }, of('debian-12'))).toEqual(consoles);
  expect(consolesOf({ kind: 'container' }, of('debian-12'))).toEqual(consoles);
});

test('one whose image is not ours has a terminal too', () => {
  expect(consolesOf({ kind: 'container' }, of('images:alpine/3.20'))[0]).toBe('terminal');
});

test('one that serves has a page', () => {
  const consoles = consolesOf({ kind: 'container', ports: [80, 8080] }, of('debian-12'));
  expect(consoles).toEqual(['terminal', 'page', 'files', 'logs']);
});

test('a desktop opens its screen and has a terminal as well', () => {
  const consoles = consolesOf({ kind: 'container' }, of('desktop'));
  expect(consoles).toEqual(['screen', 'terminal', 'files', 'logs']);
});

test('the other kinds have what they are', () => {
  expect(consolesOf({ kind: 'vm' })).toEqual(['screen', 'serial', 'logs']);
  expect(consolesOf({ kind: 'cluster' })).toEqual(['terminal', 'logs', 'files']);
  expect(consolesOf({ kind: 'app' }, of('nginx'))).toEqual(['page', 'logs']);
  expect(consolesOf({ kind: 'gateway' })).toEqual(['logs']);
});
