import { createRequire } from 'node:module';

/** Has the letters of Europe's languages: the standard fonts of PDF have those of the West alone. */
const FONTS = {
  regular: '@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf',
  bold: '@expo-google-fonts/open-sans/600SemiBold/OpenSans_600SemiBold.ttf',
} as const;

export type PdfFont = keyof typeof FONTS;

/** Both are then known by their names. */
export function registerFonts(pdf: PDFKit.PDFDocument): void {
  const { resolve } = createRequire(import.meta.url);
  for (const [name, file] of Object.entries(FONTS)) pdf.registerFont(name, resolve(file));
}
