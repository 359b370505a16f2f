import type { State } from '@labcast/domain';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudOff,
  IconHourglassEmpty,
  IconLoader2,
  IconPencilBolt,
  IconPlayerPause,
  IconSnowflake,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';

export const stateColors = ['violet', 'gray', 'blue', 'green', 'orange', 'red', 'cyan'] as const;
export type StateColor = (typeof stateColors)[number];

/** How a state is shown: never by colour alone. */
export interface StateLook {
  readonly word: string;
  /** Of icon and edge; the word stays ink. */
  readonly color: StateColor;
  readonly icon: Icon;
  /** Of a card: the sign that is left in grey-scale. */
  readonly edge:
    'plain' | 'dashed' | 'moving' | 'double' | 'thick' | 'faded' | 'dotted' | 'hatched';
  readonly meaning: string;
}

const busy = {
  color: 'blue',
  icon: IconLoader2,
  edge: 'moving',
  meaning: 'Labcast is at it.',
} as const;

export const stateLooks: Readonly<Record<State, StateLook>> = {
  planned: {
    word: 'planned',
    color: 'violet',
    icon: IconPencilBolt,
    edge: 'dashed',
    meaning: 'Not applied yet.',
  },
  waiting: {
    word: 'waiting',
    color: 'gray',
    icon: IconHourglassEmpty,
    edge: 'plain',
    meaning: 'Its turn comes after something else.',
  },
  starting: { word: 'starting', ...busy },
  updating: { word: 'updating', ...busy },
  stopping: { word: 'stopping', ...busy },
  ready: {
    word: 'ready',
    color: 'green',
    icon: IconCircleCheck,
    edge: 'plain',
    meaning: 'Usable.',
  },
  attention: {
    word: 'attention',
    color: 'orange',
    icon: IconAlertTriangle,
    edge: 'double',
    meaning: 'Works, with a fault.',
  },
  failed: {
    word: 'failed',
    color: 'red',
    icon: IconAlertOctagon,
    edge: 'thick',
    meaning: 'Labcast stopped trying.',
  },
  stopped: {
    word: 'stopped',
    color: 'gray',
    icon: IconPlayerPause,
    edge: 'faded',
    meaning: 'The work in it is kept.',
  },
  deleting: {
    word: 'deleting',
    color: 'gray',
    icon: IconTrash,
    edge: 'faded',
    meaning: 'It goes.',
  },
  gone: {
    word: 'gone',
    color: 'gray',
    icon: IconTrash,
    edge: 'faded',
    meaning: 'Nothing is left.',
  },
  unknown: {
    word: 'unknown',
    color: 'gray',
    icon: IconCloudOff,
    edge: 'dotted',
    meaning: 'Not seen since the lab host stopped answering.',
  },
};

/** Of a student's lab whose time is over; what its machines do does not matter then. */
export const frozenLook: StateLook = {
  word: 'frozen',
  color: 'cyan',
  icon: IconSnowflake,
  edge: 'hatched',
  meaning: 'Kept as it was when its time was over.',
};
