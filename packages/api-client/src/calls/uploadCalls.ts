import type { CreatedUpload, NewUpload, Upload, Uploads } from '../views.ts';
import type { FetchClient } from './unwrap.ts';
import { unwrap } from './unwrap.ts';

/** Disks that people bring for virtual machines. */
export interface UploadCalls {
  uploads(): Promise<Uploads>;
  upload(id: string): Promise<Upload>;
  createUpload(body: NewUpload): Promise<CreatedUpload>;
  /** The next part; answers how many bytes have arrived. */
  appendUpload(id: string, offset: number, content: Uint8Array<ArrayBuffer>): Promise<number>;
  removeUpload(id: string): Promise<Upload>;
}

const one = '/api/v1/images/uploads/{id}';

export function createUploadCalls({ GET, POST, PATCH, DELETE }: FetchClient): UploadCalls {
  return {
    uploads: async () => unwrap(await GET('/api/v1/images/uploads')),
    upload: async (id) => unwrap(await GET(one, { params: { path: { id } } })),
    createUpload: async (body) => unwrap(await POST('/api/v1/images/uploads', { body })),
    async appendUpload(id, offset, content) {
      const answer = await PATCH(one, {
        params: { path: { id }, header: { 'upload-offset': offset } },
        headers: { 'content-type': 'application/octet-stream' },
        // The description has no words for a body of bytes.
        body: content as never,
        bodySerializer: () => content,
      });
      return unwrap(answer).offset;
    },
    removeUpload: async (id) => unwrap(await DELETE(one, { params: { path: { id } } })),
  };
}
