import fc from 'fast-check';
import { anyCharacters } from './any-characters.js';

/** Text that looks like something now and then. */
export const hardText = fc.oneof(
  anyCharacters(200),
  fc.string({ maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'services:',
          'image: x',
          '- ',
          '  ',
          '\n',
          '{',
          '}',
          '[',
          ']',
          '"',
          "'",
          '$',
          '${A',
          ':-',
          '#',
        ],
        ...[
          'KEY=',
          'export ',
          '\\',
          '=',
          '|',
          'include:',
          'extends:',
          '<<: *a',
          '&a',
          '*a',
          '!!',
          '\0',
        ],
        ...[
          'sops:',
          'mac: x',
          'age: []',
          'on: push',
          'record=',
          'end=yes',
          'release=',
          'port=',
          'url: ',
        ],
        ...[
          '@sha256:',
          'ghcr.io/',
          'Bearer realm="',
          '@required',
          '@type=',
          'http://',
          '<script src=',
          '>',
        ],
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join('')),
);
