import type { StudentGroup } from '../../routes/parseClassSearch.ts';
import { counted, students } from './counted.ts';

/** Texts of the class page and its board. */
export const classText = {
  title: (name: string, needHelp: number) =>
    needHelp === 0
      ? `${name}, Class`
      : `(${needHelp} ${needHelp === 1 ? 'needs' : 'need'} help) ${name}, Class`,
  loading: 'Reading the class',
  unread: 'The class could not be read',
  students,
  groups: {
    ready: 'ready',
    starting: 'starting',
    help: 'need help',
    failed: 'failed',
    idle: 'idle',
    stopped: 'stopped',
    frozen: 'frozen',
    'not-deployed': 'not deployed',
  },
  group: (group: StudentGroup, count: number): string =>
    group === 'help' && count === 1 ? 'needs help' : classText.groups[group],
  all: 'all',
  words: { help: 'asks for help', stuck: 'stuck', idle: 'idle' },
  filters: 'Filter by state',
  section: 'Section',
  everySection: 'All sections',
  find: 'Find a student',
  sort: 'Sort',
  sorts: {
    needs: 'Who needs me first',
    name: 'By name',
    progress: 'Least progress first',
    seen: 'Longest away first',
  },
  view: 'View',
  views: { tiles: 'Tiles', table: 'Table' },
  board: 'Students',
  checks: (passed: number, total: number) => `${passed}/${total}`,
  checksLong: (passed: number, total: number) => `${passed} of ${total} checks passed`,
  failingOften: (name: string, times: number) => `"${name}" failed ${times} times`,
  noProgress: 'No progress for 15 min',
  onRelease: (release: number) => `r${release}`,
  neverSeen: 'never here',
  noMatch: 'No student is like that.',
  clearFilters: 'Show all',
  moved: (count: number) => `The order has changed: ${counted(count, 'student', 'students')} moved`,
  sortAgain: 'Sort again',
  staleTiles: (age: string) => `These states are ${age} old.`,
  selected: (count: number) => `${count} selected`,
  leftOut: (count: number) => `${counted(count, 'one', 'others')} left the selection: not shown`,
  clear: 'Clear the selection',
  columns: {
    student: 'Student',
    section: 'Section',
    state: 'State',
    checks: 'Checks',
    seen: 'Last here',
    release: 'Release',
    use: 'Memory',
    note: 'What is the matter',
  },

  keys: {
    title: 'Keys',
    rows: [
      ['Arrows', 'Walk the students'],
      ['Space', 'Select'],
      ['Shift + arrows', 'Select more'],
      ['Enter', 'Open a student'],
      ['J  K', 'Next and previous student'],
      ['C', 'Console'],
      ['M', 'Message'],
      ['/', 'Find'],
      ['1 to 6', 'Filters'],
      ['Esc', 'Clear the selection'],
      ['?', 'These keys'],
    ],
    show: 'Keys',
  },
  live: (ready: number) => `${ready} more ready`,
} as const;
