declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type EventId = Brand<string, 'EventId'>;
export type PhotoId = Brand<string, 'PhotoId'>;
export type FaceId = Brand<string, 'FaceId'>;
export type FolderId = Brand<string, 'FolderId'>;
export type RunId = Brand<string, 'RunId'>;
/** What is printed on the number, upper case, no spaces: "007", "A123", "1234-5". */
export type Bib = Brand<string, 'Bib'>;
/** Lower-case hexadecimal SHA-256 of a photo's bytes, 64 characters. */
export type Sha256 = Brand<string, 'Sha256'>;
