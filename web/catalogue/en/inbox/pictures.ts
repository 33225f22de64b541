import type { Format } from '../../format.ts';

/** Pictures and files of a conversation, and the viewer of its pictures. */
export const pictures = (f: Format) => ({
  from: (name: string) => `Picture from ${name}`,
  sent: (name: string) => `Picture sent to ${name}`,
  open: (name: string) => `Open the picture from ${name}`,
  openSent: (name: string) => `Open the picture sent to ${name}`,
  pending: 'A picture is being fetched.',
  failed: 'A picture was sent, but it could not be fetched.',
  file: 'A file was sent that cannot be shown here.',
  sound: 'Recording sent with the message',
  place: (n: number, of: number) => `${f.number(n)} of ${f.number(of)}`,
  previous: 'Previous picture',
  next: 'Next picture',
  original: 'Open in full',
  download: 'Download',
});
