import { hkdfSync } from 'node:crypto';
import { ensureSigningSecret } from './adapters/object-store/file-system/signing-secret.js';
import type { DataHome } from './config/data-home.js';

/** A key of its own for each purpose, 64 hexadecimal characters: one that leaks opens nothing else. */
export type SecretFor = (purpose: string) => string;

/** The secrets of this data home's shop, made at first use. */
export async function openShopSecrets(home: DataHome): Promise<SecretFor> {
  const secret = await ensureSigningSecret(home.shopSecretFile);
  return (purpose) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)).toString('hex');
}

/** Part of the address of the outbox's pages: whoever has it reads all mail. */
export function outboxTokenOf(secretFor: SecretFor): string {
  return secretFor('outbox').slice(0, 32);
}
