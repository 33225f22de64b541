import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { imageSize } from 'image-size';
import type { StagedBlob } from '#db/blobs.ts';
import { audioKind, headBytes } from './audio-kind.ts';

export interface MediaKind {
  contentType: string;
  width: number | null;
  height: number | null;
}

export type MediaRole = 'file' | 'recording' | 'voicemail';

/** Bytes at most: Twilio takes no larger pictures, and an hour of talk stays below the other. */
export const mediaLimits: Readonly<Record<MediaRole, number>> = {
  file: 5 * 1024 * 1024,
  recording: 50 * 1024 * 1024,
  voicemail: 50 * 1024 * 1024,
};

const images: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/**
 * What a file is by its own bytes, never by its name or what was said of it; null for what
 * we do not show. A recording is sound or nothing.
 */
export async function mediaKind(
  { path, size }: StagedBlob,
  role: MediaRole,
): Promise<MediaKind | null> {
  if (size === 0) return null;
  const head = await buffer(createReadStream(path, { end: headBytes - 1 }));
  const sound = audioKind(head);
  if (sound) return { contentType: sound, width: null, height: null };
  // A picture must be read whole to be measured, and is small.
  return role === 'file' ? pictureKind(await readFile(path)) : null;
}

function pictureKind(bytes: Uint8Array): MediaKind | null {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') {
    return { contentType: 'application/pdf', width: null, height: null };
  }
  const size = sizeOf(bytes);
  const contentType = images[size?.type ?? ''];
  return size && contentType ? { contentType, width: size.width, height: size.height } : null;
}

function sizeOf(bytes: Uint8Array) {
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes);
    // Cameras store a picture lying and say how to turn it.
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    return null; // the package throws for whatever is no image
  }
}
