import RFB from '@novnc/novnc';
import type { ConsoleLine } from '../connection/ConsoleLine.ts';

export interface ScreenView {
  readonly fit: 'resize' | 'scale' | 'real';
  readonly quality: { readonly qualityLevel: number; readonly compressionLevel: number };
  readonly isViewing: boolean;
  /** Of several people the first one's window decides. */
  readonly decidesSize: boolean;
}

interface Attached {
  /** Fills the place where the picture goes. */
  readonly place: HTMLElement;
  readonly line: ConsoleLine;
  readonly view: () => ScreenView;
  readonly onScreen: (screen: RFB | undefined) => void;
  readonly onCopied: (text: string) => void;
  /** Text can be given to the machine from now on, whatever its script. */
  readonly onClipboard: (screen: RFB) => void;
}

/** Until the new picture is drawn the old one stays above it. */
const firstPictureMs = 200;

/** Shows the machine's screen until the socket is over; the last picture stays. Returns the way to end it. */
export function attachScreen(socket: WebSocket, attached: Attached): () => void {
  const { place, line, onScreen } = attached;
  const screen = new RFB(place, socket, { shared: true });
  const picture = place.querySelector<HTMLElement>(':scope > div:last-child');
  const canvas = picture?.querySelector('canvas');
  screen.background = 'transparent';
  screen.showDotCursor = true;
  showScreen(screen, attached.view());
  screen.addEventListener('connect', () => {
    onScreen(screen);
    line.opened();
    showScreen(screen, attached.view());
    setTimeout(() => removeLastPictures(place), firstPictureMs);
    // The first answer is how the machine takes text; before it noVNC would send Latin letters alone.
    socket.addEventListener('message', () => attached.onClipboard(screen), { once: true });
  });
  screen.addEventListener('clipboard', ({ detail }) => attached.onCopied(detail.text));
  screen.addEventListener('securityfailure', ({ detail }) => {
    line.lose({
      kind: 'error',
      message: detail.reason ?? 'The screen of this machine wants a password.',
    });
  });
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    onScreen(undefined);
    // noVNC takes its canvas out of the page when it ends.
    screen.disconnect();
    if (canvas && canvas.width > 0) keepLastPicture(place, canvas);
  };
  // Told late when the end is ours: the line then has another socket already.
  screen.addEventListener('disconnect', () => {
    if (isOver) return;
    end();
    line.lose({ kind: 'network' });
  });
  return end;
}

export function showScreen(
  screen: RFB,
  { fit, quality, isViewing, decidesSize }: ScreenView,
): void {
  screen.viewOnly = isViewing;
  const mayResize = decidesSize && !isViewing;
  // Others get the owner's size, brought into their window.
  screen.scaleViewport = fit === 'scale' || (fit === 'resize' && !mayResize);
  screen.resizeSession = fit === 'resize' && mayResize;
  screen.qualityLevel = quality.qualityLevel;
  screen.compressionLevel = quality.compressionLevel;
}

const lastPicture = 'data-last-picture';

function keepLastPicture(place: HTMLElement, canvas: HTMLCanvasElement): void {
  removeLastPictures(place);
  const layer = document.createElement('div');
  layer.setAttribute(lastPicture, '');
  layer.append(canvas);
  place.append(layer);
}

function removeLastPictures(place: HTMLElement): void {
  for (const layer of place.querySelectorAll(`[${lastPicture}]`)) layer.remove();
}
