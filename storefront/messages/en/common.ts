/** What every page says. */
export const common = {
  product: 'Focus Racer',
  tagline: 'Your race, your photos.',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  events: 'Events',
  favourites: 'Favourites',
  chooseLanguage: 'Language',
  languageNames: { en: 'English', fr: 'Français' },
  theme: 'Appearance',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  legalNavigation: 'Legal',
  legalNotice: 'Legal notice',
  terms: 'Terms of sale',
  privacy: 'Privacy',
  withdrawal: 'Withdraw from a purchase',
};
