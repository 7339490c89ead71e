import { hkdfSync } from 'node:crypto';
import { ensureSigningSecret } from './adapters/object-store/file-system/signing-secret.js';
import { readConfig } from './config/config.js';
import { createDataHome, locateDataHome, type DataHome } from './config/data-home.js';

/** A key of its own for each purpose, 64 hexadecimal characters: one that leaks opens nothing else. */
export type SecretFor = (purpose: string) => string;

/** Derived from the secret that is configured, else from this data home's own, made at first use. */
export async function openShopSecrets(
  home: DataHome,
  given: string | undefined,
): Promise<SecretFor> {
  const secret =
    given === undefined
      ? await ensureSigningSecret(home.shopSecretFile)
      : new TextEncoder().encode(given);
  return (purpose) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)).toString('hex');
}

/** Part of the address of the outbox's pages: whoever has it reads all mail. */
export function outboxTokenOf(secretFor: SecretFor): string {
  return secretFor('outbox').slice(0, 32);
}

/** For whoever tells a person of this machine where the outbox is. */
export async function readOutboxToken(
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): Promise<string> {
  const home = locateDataHome(environment);
  createDataHome(home);
  const { settings } = readConfig({ flags: {}, env: environment, workingFolder, home });
  return outboxTokenOf(await openShopSecrets(home, settings.shopSecret));
}
