import { generateKeyPairSync, sign } from 'node:crypto';

const day = 24 * 60 * 60 * 1000;

// Tags and object identifiers of X.509: https://www.rfc-editor.org/rfc/rfc5280#section-4.1
const integer = 0x02;
const bitString = 0x03;
const utf8String = 0x0c;
const utcTime = 0x17;
const sequence = 0x30;
const set = 0x31;
const versionField = 0xa0;
const commonName = Buffer.from('0603550403', 'hex');
const ecdsaWithSha256 = Buffer.from('06082a8648ce3d040302', 'hex');

/** A key and a certificate for that name which nobody has vouched for, both as PEM. */
export function selfSigned(name: string): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(sequence, ecdsaWithSha256);
  const holder = der(
    sequence,
    der(set, der(sequence, commonName, der(utf8String, Buffer.from(name)))),
  );
  const content = der(
    sequence,
    der(versionField, der(integer, Buffer.from([2]))),
    der(integer, Buffer.from([1])),
    algorithm,
    holder,
    der(sequence, time(Date.now() - day), time(Date.now() + day)),
    holder,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(bitString, Buffer.from([0]), sign('sha256', content, privateKey));
  const base64 = der(sequence, content, algorithm, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '').slice(2, 14);
  return der(utcTime, Buffer.from(`${digits}Z`));
}
