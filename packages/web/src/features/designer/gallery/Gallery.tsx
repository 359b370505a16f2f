interface GalleryProps {
  /** With the scenario's lab.yaml, to be added to what is there. */
  readonly onInsert: (blueprintText: string) => void;
}

/** Ready scenarios as small drawings. */
export function Gallery(props: GalleryProps) {
  void props;
  return null;
}
