import pg from 'pg';

type Parser = (text: string) => unknown;

/** Object identifiers of types, fixed for ever by PostgreSQL's pg_type.dat. */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;

/**
 * How columns become values, for our connections alone (the driver's own table
 * is global to the process):
 * - int8, and with it every count(): a number; a RangeError past 2^53.
 * - date and timestamp without zone: text, "2026-05-17", "2026-05-17 10:04:05.25".
 *   A race day and a camera's clock have no time zone; a Date would give them this machine's.
 * - timestamptz: Date. numeric: text. json: parsed. bytea: Buffer.
 */
export const COLUMN_TYPES = {
  getTypeParser(oid: number, format: string): Parser {
    switch (oid) {
      case INT8:
        return parseSafeInteger;
      case INT8_ARRAY:
        return (text) =>
          parseList(text).map((item) => (item === null ? null : parseSafeInteger(item)));
      case DATE:
      case TIMESTAMP:
        return (text) => text;
      case DATE_ARRAY:
        return parseList;
      default:
        return parserOf(oid, format);
    }
  },
};

/** The driver's own parser; its type names only some of the identifiers it takes. */
const parserOf = pg.types.getTypeParser as (oid: number, format: string) => Parser;

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`Expected an integer below 2^53 from the database, received ${text}`);
  return value;
}

/** An array of one dimension whose items are never quoted, as those of numbers and dates. */
function parseList(text: string): (string | null)[] {
  const items = text.slice(1, -1);
  return items === '' ? [] : items.split(',').map((item) => (item === 'NULL' ? null : item));
}
