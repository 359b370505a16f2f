import type { Comparison } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { pipelineText } from '../pipelineText.ts';
import classes from './compare.module.css';
import { compareRows } from './compareRows.ts';

const text = pipelineText.compare;
const rowHeight = 26;

interface FileListProps {
  readonly element: Comparison['elements'][number];
}

/** Files that differ, under their folders. Only rows in view are drawn. */
export function FileList({ element }: FileListProps) {
  const { name, files, total } = element;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => compareRows(element, open), [element, open]);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const toggle = (path: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(path)) after.add(path);
      return after;
    });
  return (
    <>
      <div
        ref={box}
        className={classes.files}
        style={{ height: Math.min(420, rows.length * rowHeight + 2) }}
        tabIndex={0}
        role="region"
        aria-label={`${text.files}: ${name}`}
      >
        <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <div key={index} className={classes.row} style={{ top: start, height: rowHeight }}>
                {row.kind === 'folder' ? (
                  <UnstyledButton
                    className={classes.folder}
                    aria-expanded={row.isOpen}
                    onClick={() => toggle(row.path)}
                  >
                    {row.isOpen ? (
                      <IconChevronDown aria-hidden size={16} stroke={1.5} />
                    ) : (
                      <IconChevronRight aria-hidden size={16} stroke={1.5} />
                    )}
                    {text.folder(row.path, row.count)}
                  </UnstyledButton>
                ) : (
                  <>
                    <span className={classes.change}>{text.changes[row.file.change]}</span>
                    <span className={classes.path} title={row.file.path}>
                      {row.file.path}
                    </span>
                    <span>
                      {row.file.sizeBytes === undefined ? '' : printSize(row.file.sizeBytes)}
                    </span>
                  </>
                )}
              </div>
            );
          })}
        </div>
      </div>
      {files.length < total && (
        <Text size="xs" c="dimmed">
          {text.cut(files.length, total)}
        </Text>
      )}
    </>
  );
}
