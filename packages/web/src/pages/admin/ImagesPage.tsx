import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { imagesQuery } from '../../api/catalogue.ts';
import { Answer } from '../../components/Answer.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { adminText } from '../../features/admin/adminText.ts';
import { ImageTable } from '../../features/admin/ImageTable.tsx';
import { Uploads } from '../../features/uploads/Uploads.tsx';

export function ImagesPage() {
  const images = useQuery(imagesQuery);
  return (
    <Stack gap={48}>
      <PageTitle>{adminText.tabs.images}</PageTitle>
      <Answer query={images} loading={adminText.loading} unread={adminText.imagesUnread}>
        {(read) => <ImageTable images={read.images} />}
      </Answer>
      <Uploads />
    </Stack>
  );
}
