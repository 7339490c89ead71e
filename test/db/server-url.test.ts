import { describe, expect, it } from 'vitest';
import { parseServerUrl } from '../../core/db/server-url.js';

const driverUrl = (url: string) => {
  const { connection } = parseServerUrl(url);
  return 'connectionString' in connection ? connection.connectionString : undefined;
};

describe('the url of a server', () => {
  it('tells host, port and database, with what is usual where they are left out', () => {
    expect(parseServerUrl('postgres://u:p@db.example:5433/my%20race')).toMatchObject({
      host: 'db.example',
      port: 5433,
      database: 'my race',
    });
    expect(parseServerUrl('postgresql:///race')).toMatchObject({ host: 'localhost', port: 5432 });
  });

  it.each(['prefer', 'require', 'verify-ca'])('checks the certificate with sslmode=%s', (mode) => {
    expect(driverUrl(`postgres://u:p@h/d?application_name=x&sslmode=${mode}&x=1`)).toBe(
      'postgres://u:p@h/d?application_name=x&sslmode=verify-full&x=1',
    );
  });

  it.each(['', '?sslmode=disable', '?sslmode=no-verify', '?uselibpqcompat=true&sslmode=require'])(
    'gives the driver the url with %j as it is',
    (search) => {
      expect(driverUrl(`postgres://u:p%40@h/d${search}`)).toBe(`postgres://u:p%40@h/d${search}`);
    },
  );
});
