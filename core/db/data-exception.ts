/**
 * What the database says of a value that it cannot hold, such as a date out of its range; undefined
 * for any other error. SQLSTATE class 22: postgresql.org/docs/current/errcodes-appendix.html.
 */
export function dataExceptionOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string'))
    return undefined;
  // knex puts the statement with its values before the reason.
  return /^22[0-9A-Z]{3}$/.test(error.code) ? error.message.split(' - ').at(-1) : undefined;
}
