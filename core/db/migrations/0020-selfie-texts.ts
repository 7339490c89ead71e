import type { Knex } from 'knex';

/** What visitors agree to before a search by face, in the seller's other language as well. */
export async function selfieTexts(db: Knex): Promise<void> {
  await db.raw(`
    alter table events
      add column selfie_other_language text check (selfie_other_language in ('en', 'fr')),
      add column selfie_other_legal_basis text,
      add column selfie_other_notice text,
      add constraint events_selfie_other_complete check (
        (selfie_other_language is null) = (selfie_other_legal_basis is null)
        and (selfie_other_legal_basis is null) = (selfie_other_notice is null)
        and (selfie_other_notice is null or selfie_other_language <> coalesce(selfie_language, '')));
    -- The language of the text agreed to, which nobody may have told; it was the page's until now.
    alter table selfie_consents alter column language drop not null;
  `);
}
