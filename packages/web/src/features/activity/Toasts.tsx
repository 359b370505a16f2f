import { Notifications } from '@mantine/notifications';

/** Where short messages appear: at most three, and none goes while one reads it. */
export default function Toasts() {
  return <Notifications limit={3} position="bottom-left" pauseResetOnHover="all" />;
}
