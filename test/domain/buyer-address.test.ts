import { expect, it } from 'vitest';
import { mailboxOf } from '../../core/domain/buyer-address.js';

it.each([
  [' Ana.Silva@Example.ORG ', 'ana.silva@example.org'],
  ['ana+race@example.org', 'ana@example.org'],
  ['A.na.Silva+10k@GoogleMail.com', 'anasilva@gmail.com'],
  ['anasilva@gmail.com', 'anasilva@gmail.com'],
])('knows %s as the mailbox %s', (typed, mailbox) => {
  expect(mailboxOf(typed)).toBe(mailbox);
});
