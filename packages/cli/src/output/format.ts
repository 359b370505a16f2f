const mebibyte = 1024 ** 2;

/** Sizes as a person writes them in `lab.yaml`: MiB below 1 GiB, else GiB with at most one decimal. */
export function formatSize(bytes: number): string {
  if (bytes < 1024 * mebibyte) return `${String(Math.round(bytes / mebibyte))} MiB`;
  const gibibytes = bytes / (1024 * mebibyte);
  return `${gibibytes < 100 ? String(Number(gibibytes.toFixed(1))) : gibibytes.toFixed(0)} GiB`;
}

/** `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${String(whole)} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return joinUnits(minutes, 'min', whole % 60, 's');
  return joinUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

/** How long ago, in one unit: `just now`, `40 s ago`, `5 min ago`, `3 h ago`, `12 days ago`. */
export function formatAge(time: string, now: Date): string {
  const seconds = Math.floor((now.getTime() - Date.parse(time)) / 1000);
  if (Number.isNaN(seconds)) return time;
  if (seconds < 2) return 'just now';
  if (seconds < 60) return `${String(seconds)} s ago`;
  if (seconds < 3600) return `${String(Math.floor(seconds / 60))} min ago`;
  if (seconds < 48 * 3600) return `${String(Math.floor(seconds / 3600))} h ago`;
  return `${String(Math.floor(seconds / 86_400))} days ago`;
}

/** Local time of day, such as `14:03:07`. */
export function formatTime(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

function joinUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const head = `${String(large)} ${largeUnit}`;
  return small === 0 ? head : `${head} ${String(small)} ${smallUnit}`;
}
