import type { ErrorCode, YAMLError } from 'yaml';
import type { Refusal } from '../units/refusal.ts';

const explanations: Partial<Record<ErrorCode, Refusal>> = {
  TAB_AS_INDENT: {
    message: 'A tab stands where the indentation has to be',
    remedy: 'Indent with spaces.',
  },
  RESOURCE_EXHAUSTION: {
    message: 'This is nested too deeply',
    remedy: 'Take brackets and levels away.',
  },
  BAD_ALIAS: { message: 'Anchors and aliases are not read', remedy: 'Write the value out.' },
  TAG_RESOLVE_FAILED: { message: 'Tags (!) are not read', remedy: 'Remove the tag.' },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A key has to be on one line with its colon',
    remedy: 'Put a colon after the key, and quotes around text with special characters.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'There are two colons on this line',
    remedy: 'Put the value in quotes, or what is inside it on a line of its own, indented.',
  },
  BAD_INDENT: {
    message: 'The indentation does not fit what is above',
    remedy: 'Indent keys of the same level by the same number of spaces.',
  },
};

/** What the YAML library says, for those who know only what a key and a list are. */
export function explainYamlError(error: YAMLError): Refusal {
  const known = explanations[error.code];
  if (known) return known;
  // Its messages may carry the whole rest of the text.
  const said = error.message.split('\n')[0] ?? '';
  return {
    message: `This is not YAML: ${said.length > 120 ? `${said.slice(0, 120)}...` : said}`,
    remedy: 'Check indentation, colons, brackets and quotes here and on the line above.',
  };
}
