import { imageSize } from 'image-size';

export interface MediaKind {
  contentType: string;
  width: number | null;
  height: number | null;
}

const images: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** What a file is by its own bytes, never by its name; null for what we do not show. */
export function mediaKind(bytes: Uint8Array): MediaKind | null {
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
