import fc from 'fast-check';

const surrogates = { first: 0xd800, last: 0xdfff } as const;

/** A character of ASCII, which has those that shells and formats act on, or any of Unicode. */
const character = fc
  .oneof(
    fc.nat(0x7f),
    fc.nat(surrogates.first - 1),
    fc.integer({ min: surrogates.last + 1, max: 0x10ffff }),
  )
  .map((code) => String.fromCodePoint(code));

/** Any text, NUL included; unlike fast-check's own, without a table of a million characters in each test file. */
export function anyCharacters(maxLength: number): fc.Arbitrary<string> {
  return fc.array(character, { maxLength }).map((characters) => characters.join(''));
}
