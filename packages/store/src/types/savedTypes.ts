import { LabcastError } from '@labcast/domain';
import type { Selectable } from 'kysely';
import { asJson } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import { violatedUnique } from '../connection/databaseError.ts';
import type { Schema } from '../schema.ts';
import type { OwnedType, TypeStore } from '../typeStore.ts';

export function createSavedTypes(database: Database): TypeStore {
  return {
    async saveType({ name, summary, blueprint, parameters }, owner) {
      const values = {
        name,
        summary,
        blueprint,
        parameters: asJson(parameters),
        ownerId: owner.id ?? null,
        ownerName: owner.name,
      };
      try {
        const insert = database.insertInto('savedType').values(values).returningAll();
        return toOwnedType(await insert.executeTakeFirstOrThrow());
      } catch (error) {
        if (violatedUnique(error) !== 'saved_type_pkey') throw error;
        throw new LabcastError('name-taken', `There is a type called ${name} already.`, {
          cause: error,
          remedy: 'Choose another name, or delete that type first.',
        });
      }
    },
    async listTypes() {
      const rows = await database.selectFrom('savedType').selectAll().orderBy('name').execute();
      return rows.map(toOwnedType);
    },
    async removeType(name) {
      await database.deleteFrom('savedType').where('name', '=', name).execute();
    },
  };
}

function toOwnedType({ ownerId, ownerName, ...type }: Selectable<Schema['savedType']>): OwnedType {
  return { ...type, owner: { name: ownerName, ...(ownerId !== null && { id: ownerId }) } };
}
