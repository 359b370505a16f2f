/** Of what the program itself did wrong. */
export const crashText =
  'The page has a fault; your lab goes on. If it comes again, give the details to whoever runs this server.';
