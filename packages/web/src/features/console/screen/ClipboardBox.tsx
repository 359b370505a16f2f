import { Button, Group, Popover, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { consoleText } from '../consoleText.ts';
import { ToolButton } from '../frame/ToolButton.tsx';
import { copyText } from '../terminal/copyText.ts';
import type { ClipboardWay } from './clipboardWay.ts';
import type { SharedClipboard } from './useClipboard.ts';
import type { Typing } from './useTyping.ts';

interface ClipboardBoxProps {
  readonly clipboard: SharedClipboard;
  readonly typing: Typing;
  /** Virtual machines have none that VNC could reach. */
  readonly hasClipboard: boolean;
  readonly onSend: (text: string) => void;
  readonly isDisabled: boolean;
}

const text = consoleText.screen;
const why: Readonly<Record<ClipboardWay, string>> = {
  shared: text.clipboardOpen,
  askable: text.clipboardAskable,
  denied: text.clipboardDenied,
  insecure: text.clipboardInsecure,
  unknown: text.clipboardUnknown,
};

/** The last text of each side, and the ways across. */
export function ClipboardBox(props: ClipboardBoxProps) {
  const { clipboard, typing, hasClipboard, onSend, isDisabled } = props;
  const [written, setWritten] = useState('');
  const [done, setDone] = useState<string>();
  return (
    <Popover position="bottom-start" shadow="md" width={420} trapFocus>
      <Popover.Target>
        <ToolButton>{text.clipboard}</ToolButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={text.clipboardTitle}>
        <Stack gap="sm">
          <Text size="xs">{hasClipboard ? why[clipboard.way] : text.clipboardNone}</Text>
          {hasClipboard && clipboard.way === 'askable' && (
            <Button size="compact-sm" variant="default" onClick={clipboard.askPermission}>
              {text.clipboardShare}
            </Button>
          )}
          {hasClipboard && (
            <FromMachine
              text={clipboard.from}
              mayCopyOut={clipboard.mayCopyOut}
              onCopied={() => setDone(text.clipboardCopied)}
            />
          )}
          <Textarea
            size="xs"
            label={text.clipboardTo}
            value={written}
            onChange={({ currentTarget }) => setWritten(currentTarget.value)}
            rows={3}
            data-autofocus
          />
          <Group gap="sm">
            {hasClipboard && (
              <Button
                size="compact-sm"
                variant="default"
                disabled={written === '' || isDisabled}
                onClick={() => {
                  onSend(written);
                  setDone(text.clipboardSent);
                }}
              >
                {text.clipboardSend}
              </Button>
            )}
            {typing.isRunning ? (
              <Button size="compact-sm" variant="default" onClick={typing.stop}>
                {text.clipboardStop}
              </Button>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                title={text.clipboardTypeHint}
                disabled={written === '' || isDisabled}
                onClick={() => typing.start(written)}
              >
                {text.clipboardType}
              </Button>
            )}
          </Group>
          <Text size="xs" role="status">
            {typing.total > 0 ? text.clipboardTyping(typing.typed, typing.total) : done}
            {typing.untypable.length > 0 && ` ${text.untypable(typing.untypable.join(' '))}`}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface FromMachineProps {
  readonly text: string;
  readonly mayCopyOut: boolean;
  readonly onCopied: () => void;
}

function FromMachine({ text: copied, mayCopyOut, onCopied }: FromMachineProps) {
  if (!mayCopyOut) return <Text size="xs">{text.clipboardExam}</Text>;
  return (
    <>
      <Textarea
        size="xs"
        label={text.clipboardFrom}
        placeholder={text.clipboardFromEmpty}
        value={copied}
        readOnly
        rows={3}
      />
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          disabled={copied === ''}
          onClick={() => void copyText(copied).then(onCopied)}
        >
          {text.clipboardCopy}
        </Button>
      </Group>
    </>
  );
}
