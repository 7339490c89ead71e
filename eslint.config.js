import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what you export: a default export gets a different name in every file.',
};

const BROWSER_GLOBALS = Object.fromEntries(
  [
    'AbortController',
    'Element',
    'URLSearchParams',
    'FormData',
    'IntersectionObserver',
    'customElements',
    'document',
    'fetch',
    'history',
    'location',
    'matchMedia',
    'navigator',
    'requestAnimationFrame',
    'sessionStorage',
    'setTimeout',
    'clearTimeout',
    'window',
    'DOMException',
    'DOMParser',
    'File',
    'HTMLAnchorElement',
    'HTMLButtonElement',
    'HTMLElement',
    'HTMLFormElement',
    'HTMLInputElement',
    'localStorage',
    'Image',
    'Stripe',
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['dist*/', 'coverage/', 'node_modules/', '.focusracer/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
      ],
      eqeqeq: 'error',
      // French has no-break spaces, in templates too.
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Typed arrays and checked indexes need `!` after a bounds check; a cast would hide more.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Our objects are records of functions: none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // The project has no enums; those of libraries are plain numbers to it.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // An async function may have nothing to await: a port's embedded driver, for one.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // Core reports events and never prints; the reporters of the command line do.
    files: ['core/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true }],
      // Tests hand over deliberately wrong values, and look into parsed JSON.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // What other packages export, or their tools expect.
    files: ['*.config.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,mjs}', 'bin/focusracer'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
  {
    // Modules of the browser.
    files: ['storefront/public/**/*.js'],
    languageOptions: { globals: BROWSER_GLOBALS },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable' } },
  },
);
