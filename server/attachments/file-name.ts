import type { StoredAttachment } from '#db/attachments.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/flac': 'flac',
  'audio/webm': 'webm',
};

/** The name to save a file under: what it came with, without signs that lead elsewhere, and its true ending. */
export function fileName({
  name,
  contentType,
  role,
}: Pick<StoredAttachment, 'name' | 'contentType' | 'role'>): string {
  const ending = ENDINGS[contentType] ?? 'bin';
  const plain = name.replaceAll(/[/\\\p{Cc}\p{Cf}]/gu, '').trim();
  const base = plain || (role === 'file' ? 'attachment' : role);
  return base.toLowerCase().endsWith(`.${ending}`) ? base : `${base}.${ending}`;
}
