import { LabcastError } from '@labcast/domain';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { asText } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import { violatedUnique } from './connection/databaseError.ts';
import { isUuid } from './isUuid.ts';
import type { Schema } from './schema.ts';
import type { Upload, UploadStore } from './uploadStore.ts';

export function createUploads(database: Database): Omit<UploadStore, 'lockUpload'> {
  return {
    async createUpload({ ownerId, ownerName, ...upload }) {
      try {
        const row = await database
          .insertInto('diskUpload')
          .values({ ...upload, ownerId: ownerId ?? null, ownerName: asText(ownerName) })
          .returningAll()
          .executeTakeFirstOrThrow();
        return toUpload(row);
      } catch (error) {
        if (violatedUnique(error) !== 'disk_upload_name') throw error;
        throw new LabcastError(
          'name-taken',
          `There is an uploaded disk called ${upload.name} already.`,
          { cause: error, remedy: 'Choose another name, or delete that one first.' },
        );
      }
    },
    async findUpload(id) {
      if (!isUuid(id)) return undefined;
      const row = await database
        .selectFrom('diskUpload')
        .selectAll()
        .where('id', '=', id as Upload['id'])
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      return row && toUpload(row);
    },
    async listUploads() {
      const rows = await database
        .selectFrom('diskUpload')
        .selectAll()
        .where('removedAt', 'is', null)
        .orderBy('createdAt')
        .execute();
      return rows.map(toUpload);
    },
    async changeUpload(id, from, { error, ...change }) {
      const { numUpdatedRows } = await database
        .updateTable('diskUpload')
        .set({
          ...change,
          ...(error !== undefined && { error: asText(error) }),
          updatedAt: sql<Date>`now()`,
        })
        .where('id', '=', id)
        .where('removedAt', 'is', null)
        .where('state', 'in', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async markUnstaged(id) {
      await database
        .updateTable('diskUpload')
        .set({ staged: false })
        .where('id', '=', id)
        .where('state', 'in', ['ready', 'failed', 'removing'])
        .execute();
    },
    async markUploadRemoved(id) {
      await database
        .updateTable('diskUpload')
        .set({ removedAt: sql<Date>`now()` })
        .where('id', '=', id)
        .where('state', '=', 'removing')
        .where('staged', '=', false)
        .execute();
    },
  };
}

function toUpload(row: Selectable<Schema['diskUpload']>): Upload {
  const { id, name, ownerId, ownerName, sha256, state, error, format, diskBytes } = row;
  return {
    id,
    name,
    ownerName,
    sha256,
    state,
    // PostgreSQL's bigint comes as text; disks are smaller than 2^53 bytes.
    sizeBytes: Number(row.sizeBytes),
    receivedBytes: Number(row.receivedBytes),
    staged: row.staged,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    ...(ownerId !== null && { ownerId }),
    ...(error !== null && { error }),
    ...(format !== null && { format }),
    ...(diskBytes !== null && { diskBytes: Number(diskBytes) }),
  };
}
