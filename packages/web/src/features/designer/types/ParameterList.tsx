import { Checkbox, Fieldset, Text, TextInput } from '@mantine/core';
import {
  describePath,
  suggestParameterName,
  type Choice,
  type ParameterDraft,
} from './typeDraft.ts';
import classes from './types.module.css';
import { typeText } from './typeText.ts';

interface ParameterListProps {
  readonly choices: readonly Choice[];
  readonly parameters: readonly ParameterDraft[];
  /** By path. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (parameters: readonly ParameterDraft[]) => void;
}

/** Every value that may become a parameter; the ticked ones have a name. */
export function ParameterList({ choices, parameters, errors, onChange }: ParameterListProps) {
  const toggle = (choice: Choice, isWanted: boolean) =>
    onChange(
      isWanted
        ? [...parameters, { ...choice, name: suggestParameterName(choice.path, choices) }]
        : parameters.filter(({ path }) => path !== choice.path),
    );
  return (
    <Fieldset legend={typeText.parameters}>
      <Text size="sm" c="dimmed" mb="sm">
        {choices.length === 0 ? typeText.noParameters : typeText.parametersHint}
      </Text>
      <ul className={classes.list}>
        {choices.map((choice) => {
          const chosen = parameters.find(({ path }) => path === choice.path);
          return (
            <li key={choice.path} className={classes.row}>
              <Checkbox
                label={describePath(choice.path)}
                description={typeText.present(choice.value)}
                checked={chosen !== undefined}
                onChange={(event) => toggle(choice, event.currentTarget.checked)}
              />
              {chosen && (
                <TextInput
                  aria-label={typeText.parameterName(describePath(choice.path))}
                  value={chosen.name}
                  error={errors[choice.path]}
                  onChange={(event) =>
                    onChange(
                      parameters.map((each) =>
                        each.path === choice.path
                          ? { ...each, name: event.currentTarget.value.trim() }
                          : each,
                      ),
                    )
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </Fieldset>
  );
}
