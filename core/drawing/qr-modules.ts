import QrCode from 'qrcode';

/** The squares of a QR code, without the quiet zone around it. */
export interface QrModules {
  readonly side: number;
  isDark(row: number, column: number): boolean;
}

/** Free squares around the code (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/** Level M mends 15 % of the code, for a crumpled bib. */
export function qrModules(address: string): QrModules {
  const { modules } = QrCode.create(address, { errorCorrectionLevel: 'M' });
  return { side: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}
