import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'node_modules/', 'playground/node24/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers and digests in messages read better in place than through String().
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // The ids of events and environments come from other systems as they are.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
    },
  },
  {
    // What the walls of .dependency-cruiser.mjs cannot see: globals that read, wait or draw lots.
    files: ['src/*/plan/**/*.ts', 'src/{text,image,compose,release,errors}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'console',
        'fetch',
        'performance',
        'process',
        'setInterval',
        'setTimeout',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'Take the number as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take the time as an argument.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          name: 'node:crypto',
          importNames: ['randomBytes', 'randomInt', 'randomUUID'],
          message: 'Take it as an argument.',
        },
      ],
    },
  },
);
