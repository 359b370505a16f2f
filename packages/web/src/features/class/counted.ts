/** `1 student`, `2 students`. */
export const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;
export const students = (count: number) => counted(count, 'student', 'students');
