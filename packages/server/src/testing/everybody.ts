/** Everybody whom tests send to every route. */
export const everybody = [
  'no token',
  'a wrong token',
  'an expired session',
  'a revoked token',
  'a student',
  'the owner of the lab',
  'an assistant',
  'the instructor of another course',
  'the instructor',
  "the instructor's token",
  "the instructor's token to look",
  "an administrator's session",
  "the server's administrator token",
] as const;
export type Who = (typeof everybody)[number];

export const administrators: Who[] = [
  "an administrator's session",
  "the server's administrator token",
];
export const instructors: Who[] = ['the instructor', "the instructor's token", ...administrators];
export const watchers: Who[] = ["the instructor's token to look"];
export const staff: Who[] = ['an assistant', ...instructors, ...watchers];
export const signedIn: Who[] = [
  'a student',
  'the owner of the lab',
  'the instructor of another course',
  ...staff,
];
export const teachers: Who[] = ['the instructor of another course', ...instructors];
/** Who is inside the lab of a student, or may look after it. */
export const insiders: Who[] = ['the owner of the lab', 'an assistant', ...instructors];
export const lookers: Who[] = ['the owner of the lab', ...staff];
export const reachers: Who[] = ['the owner of the lab', ...instructors];
export const outsiders: Who[] = ['a student', 'the owner of the lab', 'an assistant'];
export const without = (all: readonly Who[], ...some: Who[]) =>
  all.filter((who) => !some.includes(who));

/** From strangers all that belongs to courses, and from students all environments of others. */
export function isHidden(url: string, who: Who): boolean {
  if (who.includes('another')) return /:(course|assignment|lab)/.test(url);
  return who === 'a student' && /:(environment|lab)/.test(url);
}
