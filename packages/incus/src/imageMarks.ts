/** Properties by which an image that the engine made is known again. */
export const imageMarks = {
  /** Id of the upload that it was made of. */
  upload: 'user.labcast.upload',
  /** Project whose labs it is for: projects share their images, and several may be Labcast's. */
  project: 'user.labcast.project',
} as const;
