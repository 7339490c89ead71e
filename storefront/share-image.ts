/**
 * The picture of social cards, small and watermarked. Networks fetch it by programs of their own, which
 * the guard of `/images/` turns away.
 */
export function shareImage(slug: string, photoId: string): string {
  return `/events/${slug}/photos/${photoId}/teaser.jpg`;
}
