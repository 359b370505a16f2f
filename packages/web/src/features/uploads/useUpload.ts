import type { Upload } from '@labcast/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { uploadsQuery } from '../../api/uploads.ts';
import type { UploadProgress } from './uploadFile.ts';

/** One upload at a time, which can be stopped; the checksum's code comes with the first. */
export function useUpload(uploads: readonly Upload[]) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<UploadProgress>();
  const running = useRef<AbortController>(undefined);
  const upload = useMutation({
    mutationFn: async ({ file, name }: { file: File; name: string }) => {
      running.current = new AbortController();
      const { signal } = running.current;
      const { uploadFile } = await import('./uploadFile.ts');
      await uploadFile({ file, name, uploads, onProgress: setProgress, signal }).catch(
        (error: unknown) => {
          // Whoever stops it knows why it ended.
          if (!signal.aborted) throw error;
        },
      );
      return { wasStopped: signal.aborted };
    },
    onSettled: () => {
      setProgress(undefined);
      return queries.invalidateQueries({ queryKey: uploadsQuery.queryKey });
    },
  });
  return {
    progress,
    isPending: upload.isPending,
    error: upload.error,
    start: (file: File, name: string, onDone: () => void) => {
      if (upload.isPending) return;
      const onSuccess = ({ wasStopped }: { wasStopped: boolean }) => {
        if (!wasStopped) onDone();
      };
      upload.mutate({ file, name }, { onSuccess });
    },
    stop: () => running.current?.abort(),
  };
}
