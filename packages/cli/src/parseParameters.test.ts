import { expect, test } from 'vitest';
import { parseParameters } from './parseParameters.ts';

test('pairs and options become one set of parameters, and the name stands apart', () => {
  expect(parseParameters(['cpu=2', 'name=lab', 'text=a=b'], { memory: '2GiB' })).toEqual({
    name: 'lab',
    parameters: { cpu: '2', text: 'a=b', memory: '2GiB' },
  });
});

test('the same value given twice is accepted', () => {
  expect(parseParameters(['cpu=2'], { cpu: '2' })).toEqual({ parameters: { cpu: '2' } });
});

test.each([
  [['cpu=2'], { cpu: '4' }, 'cpu is given twice: 2 and 4.'],
  [['name=a'], { name: 'b' }, 'name is given twice: a and b.'],
  [['cpu=1', 'cpu=2'], {}, 'cpu is given twice: 1 and 2.'],
  [['cpu'], {}, '"cpu" is not key=value.'],
  [['=2'], {}, '"=2" is not key=value.'],
  [['cpu='], {}, 'cpu= has no value.'],
])('%j with the options %j is wrong use', (pairs, flags, message) => {
  expect(() => parseParameters(pairs, flags)).toThrow(message);
});
