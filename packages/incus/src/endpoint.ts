/** Where Incus listens: its unix socket, or HTTPS with a client certificate. Certificates and the key are PEM texts. */
export type IncusEndpoint =
  | { readonly socketPath: string }
  | {
      readonly url: string;
      readonly certificate: string;
      readonly key: string;
      /** The server's own certificate, pinned; without it the system's authorities decide. */
      readonly serverCertificate?: string;
    };

interface TlsOptions {
  cert: string;
  key: string;
  ca?: string;
  /** Undefined means that it is the right one; `never` because the types of ws want a boolean. */
  checkServerIdentity?: () => never;
}

/** For undici and ws alike, which both hand these to node:tls. */
export function tlsOptions(endpoint: Exclude<IncusEndpoint, { socketPath: string }>): TlsOptions {
  return {
    cert: endpoint.certificate,
    key: endpoint.key,
    // Incus signs its certificate itself, for names that say little: being that very certificate is the check.
    ...(endpoint.serverCertificate === undefined
      ? {}
      : { ca: endpoint.serverCertificate, checkServerIdentity: () => undefined as never }),
  };
}

/** For messages to people. */
export function describeEndpoint(endpoint: IncusEndpoint): string {
  return 'socketPath' in endpoint ? endpoint.socketPath : endpoint.url;
}
