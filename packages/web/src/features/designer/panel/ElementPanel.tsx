interface ElementPanelProps {
  readonly name: string;
}

/** Everything of one element or network that can be changed. */
export function ElementPanel(props: ElementPanelProps) {
  void props;
  return null;
}
