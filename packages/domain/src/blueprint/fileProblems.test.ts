import { lab, machine } from '../testing/lab.ts';
import { testRefusals } from '../testing/testRefusals.ts';

testRefusals([
  ['', 1, undefined, 'The file is empty'],
  ['hello', 1, undefined, 'This is not a lab'],
  ['{}', 1, 'version', 'version is missing'],
  ['version: 2', 1, 'version', 'version is 2'],
  ['version: 1\nelement: {}', 2, 'element', 'The key "element" is not known here'],
  ['version: 1\nelements:\n\tweb: 1', 3, undefined, 'A tab stands'],
  ['version: 1\nelements: {', 2, undefined, 'The indentation does not fit'],
  ['version: 1\ntitle: "x', 2, undefined, 'This is not YAML: Missing closing "quote'],
  ['version: 1\n---\nversion: 1', 2, undefined, 'There is more than one YAML document'],
  ['%YAML 1.1\n---\nversion: 1', 1, undefined, 'The file asks for YAML 1.1'],
  ['version: 1\ntitle: !x y', 2, undefined, 'Tags (!) are not read'],
  ['version: 1\ntitle: &x y', 2, 'title', 'Anchors and aliases are not read'],
  ['version: 1\n__proto__: { a: 1 }', 2, undefined, 'This cannot be a key'],
  ['version: 1\ntitle: "\0"', 2, undefined, 'This is not a text file'],
  ['version: 1\ntitle: \ufffd', 2, undefined, 'This is not a text file'],
  [`version: 1\ntitle: "${'é'.repeat(600_000)}"`, 1, undefined, 'The file is larger than 1 MiB'],
  ['['.repeat(1_000_000), 1, undefined, 'This is nested too deeply'],
  ['- '.repeat(500_000), 1, undefined, 'The file has far more keys and values'],
  [
    lab(`web: { ${machine} }`, `web: { ${machine} }`),
    4,
    'elements.web',
    '"web" is there twice, first on line 3',
  ],
]);
