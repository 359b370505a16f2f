import { printSize } from '@labcast/domain';
import type { Image } from '../design/Design.ts';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { printCores } from './readSizeField.ts';

/** What one has to know of an image before choosing it. */
export function ImageOption({ image, isShort = false }: { image: Image; isShort?: boolean }) {
  const { name, summary, minimum, ready } = image;
  const needs = panelText.needs(
    printSize(minimum.memoryBytes),
    printCores(minimum.cpu),
    printSize(minimum.storageBytes),
  );
  const facts = `${needs}, ${ready ? panelText.imageReady : panelText.imageNotReady}`;
  if (isShort) return <>{facts}</>;
  return (
    <span className={classes.option}>
      <span>{name}</span>
      <span className={classes.dim}>{summary}</span>
      <span className={classes.dim}>{facts}</span>
    </span>
  );
}
