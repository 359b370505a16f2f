import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useState } from 'react';
import type { Image } from '../design/Design.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { ImageOption } from './ImageOption.tsx';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';

interface ImageFieldProps {
  readonly value: string | undefined;
  readonly kind: Image['kind'];
  readonly images: readonly Image[];
  readonly onChange: (image: string) => void;
  readonly disabled: boolean;
  readonly hint?: string | undefined;
  readonly waits?: string | undefined;
}

/** A searchable choice of images that says what each needs. Any other image can be typed. */
export function ImageField(props: ImageFieldProps) {
  const { value, kind, images, onChange, disabled, hint, waits } = props;
  const [search, setSearch] = useState('');
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => box.focusSearchInput(),
  });
  const fitting = images.filter((image) => image.kind === kind);
  const current = fitting.find(({ name }) => name === value);
  return (
    <div>
      <Combobox
        store={box}
        disabled={disabled}
        onOptionSubmit={(image) => {
          box.closeDropdown();
          if (image !== value) onChange(image);
        }}
      >
        <Combobox.Target>
          <InputBase
            component="button"
            type="button"
            pointer
            label={panelText.image}
            rightSection={<Combobox.Chevron />}
            rightSectionPointerEvents="none"
            disabled={disabled}
            onClick={() => box.toggleDropdown()}
            styles={{ input: { overflow: 'hidden', textOverflow: 'ellipsis' } }}
            title={value ?? panelText.mixed}
          >
            {value ?? panelText.mixed}
          </InputBase>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Search
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              box.updateSelectedOptionIndex();
            }}
            aria-label={panelText.searchImages}
            placeholder={panelText.searchImages}
          />
          <ImageOptions fitting={fitting} search={search} value={value} />
        </Combobox.Dropdown>
      </Combobox>
      {current && (
        <p className={classes.hint}>
          <ImageOption image={current} isShort />
        </p>
      )}
      <FieldNotes waits={waits} hint={hint} />
    </div>
  );
}

interface ImageOptionsProps {
  readonly fitting: readonly Image[];
  readonly search: string;
  readonly value: string | undefined;
}

function ImageOptions({ fitting, search, value }: ImageOptionsProps) {
  const typed = search.trim();
  const offered = fitting.filter(({ name, summary }) =>
    `${name} ${summary}`.toLowerCase().includes(typed.toLowerCase()),
  );
  const isOther = typed !== '' && !fitting.some(({ name }) => name === typed);
  return (
    <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
      {offered.map((image) => (
        <Combobox.Option key={image.name} value={image.name} active={image.name === value}>
          <ImageOption image={image} />
        </Combobox.Option>
      ))}
      {isOther && (
        <Combobox.Option value={typed}>
          <span className={classes.option}>
            <span>{panelText.otherImage(typed)}</span>
            <span className={classes.dim}>{panelText.otherImageHint}</span>
          </span>
        </Combobox.Option>
      )}
      {offered.length === 0 && !isOther && <Combobox.Empty>{panelText.noImage}</Combobox.Empty>}
    </Combobox.Options>
  );
}
