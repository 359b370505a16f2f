import { useQuery } from '@tanstack/react-query';
import { capacityQuery } from '../../api/administration.ts';
import classes from './admin.module.css';
import { adminText } from './adminText.ts';

const fullFrom = 0.85;

/** A bar that is there only when the labs' disk gets full. */
export function DiskFull() {
  const host = useQuery(capacityQuery).data?.host;
  if (!host || host.poolTotalBytes === 0) return null;
  const part = host.poolUsedBytes / host.poolTotalBytes;
  if (part < fullFrom) return null;
  return (
    <div className={classes.warning} role="status">
      {adminText.diskFull(Math.round(part * 100))}
    </div>
  );
}
