/** Property of an image in Incus: the id of the upload that it was made of. */
export const uploadProperty = 'user.labcast.upload';
