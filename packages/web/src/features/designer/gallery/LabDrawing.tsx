import type { Blueprint } from '@labcast/domain';
import { cardWidth, layoutDrawing, stripHeight, type DrawnCard } from './layoutDrawing.ts';
import classes from './gallery.module.css';

interface LabDrawingProps {
  readonly blueprint: Blueprint;
  /** What it shows, for those who cannot see it. */
  readonly label: string;
}

/** A lab as a small drawing. */
export function LabDrawing({ blueprint, label }: LabDrawingProps) {
  const { width, height, rails, cards } = layoutDrawing(blueprint);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className={classes.drawing}
      style={{ maxWidth: width * 1.4 }}
    >
      {cards.map((card) => (
        <Wires key={card.name} card={card} />
      ))}
      {rails.map(({ name, y, internet }) => (
        <g key={name}>
          <line
            x1={4}
            x2={width - 4}
            y1={y}
            y2={y}
            className={classes.rail}
            strokeDasharray={internet ? undefined : '5 3'}
          />
          <text x={6} y={y - 4} className={classes.small}>
            {clip(name, 24)}
          </text>
        </g>
      ))}
      {cards.map((card) => (
        <Card key={card.name} card={card} />
      ))}
    </svg>
  );
}

/** Two wires of one card stand beside each other. */
function Wires({ card: { x, y, height, wires } }: { readonly card: DrawnCard }) {
  return wires.map((rail, index) => {
    const at = x + 14 + index * 12;
    return (
      <line
        key={rail}
        x1={at}
        x2={at}
        y1={rail}
        y2={rail < y ? y : y + height}
        className={classes.wire}
      />
    );
  });
}

function Card({ card: { name, kind, x, y, height, apps } }: { readonly card: DrawnCard }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d={outline(kind, height)} className={classes.card} />
      {kind === 'vm' && (
        <rect x={3} y={3} width={cardWidth - 6} height={height - 6} className={classes.bezel} />
      )}
      <text x={8} y={19} className={classes.text}>
        {clip(name, 11)}
      </text>
      {apps.map((app, index) => (
        <g key={app} transform={`translate(4 ${28 + index * stripHeight})`}>
          <rect width={cardWidth - 8} height={stripHeight - 3} rx={5} className={classes.bezel} />
          <text x={6} y={8.5} className={classes.small}>
            {clip(app, 12)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** A cluster has a notched corner. */
function outline(kind: DrawnCard['kind'], height: number): string {
  const notch = kind === 'cluster' ? 10 : 0;
  return `M0 0H${cardWidth - notch}L${cardWidth} ${notch}V${height}H0Z`;
}

const clip = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
