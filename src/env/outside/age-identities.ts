import { failure } from '../../errors/index.js';
import type { Age } from '../age.js';

/** The key of the inputs, where there is one. */
export function ageOf(ageKey: string | undefined): Age | undefined {
  return ageKey === undefined ? undefined : ageIdentities(ageKey);
}

/**
 * Decrypts with the given age identities.
 * @param text `AGE-SECRET-KEY-1…` lines, with comments as age-keygen writes them
 */
function ageIdentities(text: string): Age {
  const keys = text.split(/\s*\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return {
    async decrypt(armored) {
      // Loaded where a file is encrypted, and nowhere else.
      const { Decrypter, armor } = await import('age-encryption');
      const decrypter = new Decrypter();
      for (const key of keys) {
        try {
          decrypter.addIdentity(key.trim());
        } catch (cause) {
          throw failure('age-key-invalid', {}, { cause });
        }
      }
      try {
        return await decrypter.decrypt(armor.decode(armored));
      } catch {
        return undefined;
      }
    },
  };
}
