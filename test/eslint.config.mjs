import { defineConfig } from 'eslint/config';
import config from '../src/eslint.config.mjs';

export default defineConfig(config, {
  files: ['**/*.ts'],
  rules: {
    // Tests may use every package directly, and mocha's `describe` and `it` return nothing to wait for.
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-floating-promises': [
      'error',
      {
        allowForKnownSafeCalls: [
          { from: 'package', name: ['it', 'describe', 'test', 'suite'], package: 'mocha' },
        ],
      },
    ],
  },
});
