import { printSize } from '@labcast/domain';
import { ActionIcon, Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesign, type Image } from '../design/Design.ts';
import { designText } from '../designText.ts';
import classes from './create.module.css';
import { imagesFor } from './lastImages.ts';
import type { Creatable } from './newElement.ts';

interface ImageMenuProps {
  readonly kind: Creatable;
  readonly onChoose: (image: Image) => void;
}

/** Beside a button: what it may be made of, with what that needs. Nothing where there is no choice. */
export function ImageMenu({ kind, onChoose }: ImageMenuProps) {
  const { images } = useDesign();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => setSearch(''),
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const choices = imagesFor(kind, images);
  if (choices.length === 0) return null;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ name, summary }) =>
    words.every((word) => `${name} ${summary}`.toLowerCase().includes(word)),
  );
  return (
    <Combobox
      store={combobox}
      width={340}
      position="bottom-start"
      onOptionSubmit={(name) => {
        const image = choices.find((choice) => choice.name === name);
        combobox.closeDropdown();
        if (image) onChoose(image);
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes>
        <ActionIcon
          variant="default"
          className={classes.arrow}
          aria-label={designText.chooseImage(designText.create[kind].button)}
          onClick={() => combobox.toggleDropdown()}
        >
          <IconChevronDown aria-hidden size={16} stroke={1.5} />
        </ActionIcon>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          aria-label={designText.findImage}
          placeholder={designText.findImage}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }}>
          {found.length === 0 && <Combobox.Empty>{designText.noImage}</Combobox.Empty>}
          {found.map((image) => (
            <Combobox.Option key={image.name} value={image.name}>
              <ImageLine image={image} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function ImageLine({ image }: { readonly image: Image }) {
  const { minimum, display } = image;
  const needs = designText.imageNeeds(minimum.cpu, printSize(minimum.memoryBytes));
  const ready = image.ready ? designText.imageReady : designText.imageMissing;
  return (
    <div className={classes.image}>
      <strong>{image.name}</strong> <span>{image.summary}</span>
      <small>
        {[image.kind === 'app' ? '' : designText.displays[display], needs, ready]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </div>
  );
}
