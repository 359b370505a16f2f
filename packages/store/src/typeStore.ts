import type { SavedType } from '@labcast/domain';
import type { PersonId } from './peopleStore.ts';

export interface TypeOwner {
  /** Undefined when the person is gone, or was the server's administrator token. */
  readonly id?: PersonId;
  readonly name: string;
}

export interface OwnedType extends SavedType {
  readonly owner: TypeOwner;
  readonly createdAt: Date;
}

/** Types that people saved. */
export interface TypeStore {
  /** Throws `name-taken`. */
  saveType(type: SavedType, owner: TypeOwner): Promise<OwnedType>;
  /** By name. */
  listTypes(): Promise<OwnedType[]>;
  /** Gone already is success. */
  removeType(name: string): Promise<void>;
}
