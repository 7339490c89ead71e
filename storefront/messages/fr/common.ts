import type { common as english } from '../en/common.js';

export const common: typeof english = {
  product: 'Focus Racer',
  tagline: 'Votre course, vos photos.',
  skipToContent: 'Aller au contenu',
  mainNavigation: 'Navigation principale',
  events: 'Événements',
  favourites: 'Favoris',
  chooseLanguage: 'Langue',
  languageNames: { en: 'English', fr: 'Français' },
  theme: 'Apparence',
  themes: { auto: 'Auto', light: 'Claire', dark: 'Sombre' },
  legalNavigation: 'Informations légales',
  legalNotice: 'Mentions légales',
  terms: 'Conditions de vente',
  privacy: 'Confidentialité',
  withdrawal: 'Se rétracter d’un achat',
};
