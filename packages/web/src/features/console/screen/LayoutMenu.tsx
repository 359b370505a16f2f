import { Code, Popover, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ElementAddress } from '../../../api/consoles.ts';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';
import { isLayout, layoutCommand, layouts, type Layout } from './layouts.ts';
import { setDesktopLayout } from './setDesktopLayout.ts';

interface LayoutMenuProps {
  readonly address: ElementAddress;
  readonly machine: 'desktop' | 'vm';
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  readonly isDisabled: boolean;
}

const text = consoleText.screen;
const choices = Object.entries(layouts).map(([value, label]) => ({ value, label }));

/** A desktop is given the layout; in a virtual machine its own system decides, and the command is shown. */
export function LayoutMenu({ address, machine, layout, onLayout, isDisabled }: LayoutMenuProps) {
  const set = useMutation({ mutationFn: (next: Layout) => setDesktopLayout(address, next) });
  return (
    <Popover position="bottom-start" shadow="md" width={360} trapFocus>
      <Popover.Target>
        <ToolButton disabled={isDisabled}>{text.layoutLabel(layouts[layout])}</ToolButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={text.layout}>
        <Stack gap="sm">
          <Select
            size="xs"
            label={text.layout}
            data={choices}
            value={layout}
            searchable
            // The list would cover what the layout is tried with.
            openOnFocus={false}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(next) => {
              if (!isLayout(next)) return;
              onLayout(next);
              if (machine === 'desktop') set.mutate(next);
            }}
          />
          {machine === 'vm' && (
            <>
              <Text size="xs">{text.layoutVm}</Text>
              <Code block>{layoutCommand(layout)}</Code>
            </>
          )}
          <TextInput size="xs" label={text.layoutTryLabel} description={text.layoutTry} />
          <Text size="xs" role="status">
            {set.isPending && text.layoutSetting}
            {set.isSuccess && text.layoutSet(layouts[set.variables])}
            {set.isError && text.layoutFailed(set.error.message)}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
