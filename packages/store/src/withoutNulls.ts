type Present<T> = {
  readonly [Key in keyof T as null extends T[Key] ? never : Key]: T[Key];
} & { readonly [Key in keyof T as null extends T[Key] ? Key : never]?: NonNullable<T[Key]> };

/** A row without the columns that hold nothing. */
export function withoutNulls<T extends object>(row: T): Present<T> {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null),
  ) as Present<T>;
}
