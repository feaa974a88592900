import { X509Certificate } from 'node:crypto';
import { InputProblem, type InputKind } from './kind.js';

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Certificates in PEM, one after the other. */
export const certificates: InputKind<readonly string[]> = {
  describe: 'certificates in PEM',
  parse(value) {
    const found = value.match(block) ?? [];
    if (found.length === 0)
      throw new InputProblem('must be the text of a PEM file: -----BEGIN CERTIFICATE----- …');
    for (const [index, text] of found.entries()) {
      try {
        new X509Certificate(text);
      } catch {
        throw new InputProblem(`holds a certificate that cannot be read (number ${index + 1})`);
      }
    }
    return found;
  },
};
