import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/**', '.astro/**', '.cache/**', 'node_modules/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],

    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A function is a few named steps.
      complexity: ['error', 12],
      'no-nested-ternary': 'error',
      // Numbers in templates are the trade of this house.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A `!` stands only where a line above has proved it, which the compiler cannot follow.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Splitting into code points is what measuring Chinese wants.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    // Whatever a clerk pastes, an expression takes time in proportion to its length. A cell's value is read of 1,000 letters at most.
    files: ['src/{reconcile,ledger,check}/**/*.ts', 'src/ingest/{prose,table,text,problem}/**/*.ts', 'src/ingest/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  // Without type information: `astro check` has it.
  ...astro.configs['flat/recommended'],
  { files: ['**/*.astro'], rules: { complexity: ['error', 12], 'no-nested-ternary': 'error' } },
);
