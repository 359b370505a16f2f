import type { FastifyInstance } from 'fastify';

/** The address is taken by another process, most likely this server started twice. */
export class AddressInUseError extends Error {
  override readonly name = 'AddressInUseError';
}

/** Throws an `AddressInUseError` with a sentence for people. Returns where it listens, such as `http://127.0.0.1:8080`. */
export async function listen(
  app: FastifyInstance,
  address: { readonly host: string; readonly port: number },
): Promise<string> {
  try {
    return await app.listen({ ...address });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    const { host, port } = address;
    throw new AddressInUseError(
      `Something listens on ${host} port ${port} already. If it is Labcast, there is nothing to do; otherwise choose another port with LABCAST_PORT.`,
      { cause: error },
    );
  }
}
