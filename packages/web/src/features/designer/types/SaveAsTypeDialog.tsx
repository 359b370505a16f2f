interface SaveAsTypeDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes the lab a type for `labcast create`. */
export function SaveAsTypeDialog(props: SaveAsTypeDialogProps) {
  void props;
  return null;
}
