import tls from 'node:tls';

/**
 * Makes this process trust certificates beside those that Node knows. For the whole process, like
 * NODE_EXTRA_CA_CERTS: fetch takes no certificates of its own.
 */
export function trustCertificates(certificates: readonly string[]): void {
  if (certificates.length > 0)
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...certificates]);
}
