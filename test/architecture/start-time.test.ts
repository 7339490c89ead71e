import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The packages that importing a file loads: those of its static imports, and of theirs. Each with the
 * chain of files that leads to it.
 */
function packagesLoadedBy(entry: string): Map<string, readonly string[]> {
  const packages = new Map<string, readonly string[]>();
  const chains = new Map([[entry, [entry]]]);
  for (const [file, chain] of chains) {
    for (const imported of staticImports(join(root, file))) {
      if (!imported.startsWith('.')) {
        if (!packages.has(imported)) packages.set(imported, chain);
        continue;
      }
      const next = sourceOf(join(dirname(join(root, file)), imported));
      if (!chains.has(next)) chains.set(next, [...chain, next]);
    }
  }
  return packages;
}

/** All but those of types alone, which the compiler takes out, and only those (verbatimModuleSyntax). */
function staticImports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const { statements } = typescript.createSourceFile(file, text, typescript.ScriptTarget.ES2022);
  return statements.flatMap((statement) => {
    const specifier = loadedBy(statement);
    return specifier !== undefined && typescript.isStringLiteral(specifier) ? [specifier.text] : [];
  });
}

function loadedBy(statement: typescript.Statement): typescript.Expression | undefined {
  if (typescript.isImportDeclaration(statement)) {
    const isType = statement.importClause?.phaseModifier === typescript.SyntaxKind.TypeKeyword;
    return isType ? undefined : statement.moduleSpecifier;
  }
  if (!typescript.isExportDeclaration(statement) || statement.isTypeOnly) return undefined;
  return statement.moduleSpecifier;
}

function sourceOf(compiled: string): string {
  const source = compiled.replace(/\.js$/, '.ts');
  return relative(root, existsSync(source) ? source : `${source}x`);
}

/** Whatever is wanted by few commands is loaded by them: sharp, onnxruntime, stripe, ink and the like. */
describe('before a command begins', () => {
  it.each([
    ['cli/main.ts', ['commander', 'env-paths']],
    ['core/index.ts', ['env-paths', 'knex', 'pg', 'zod']],
  ])('%s loads %j and no other package', (entry, expected) => {
    const loaded = [...packagesLoadedBy(entry)].filter(([name]) => !name.startsWith('node:'));
    const surplus = loaded.filter(([name]) => !expected.includes(name));
    expect(surplus.map(([name, chain]) => [...chain, name].join(' > '))).toEqual([]);
    // Were the walk blind, nothing at all would be found.
    expect(loaded.map(([name]) => name)).toEqual(expect.arrayContaining(expected));
  });
});
