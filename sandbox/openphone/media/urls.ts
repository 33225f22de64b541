import type { Settings } from '../settings.ts';

export type MediaFile = {
  /** CR a recording, VM a voicemail, ME a picture. */
  readonly id: string;
  readonly seconds?: number;
};

const EXTENSIONS: Readonly<Record<string, string>> = { CR: 'mp3', VM: 'wav', ME: 'png' };

/** Needs no key, as the provider's storage links; says itself until when it holds. */
export function mediaUrl(
  origin: string,
  account: string,
  { file, settings }: { file: MediaFile; settings: Settings },
): string {
  const length = file.seconds === undefined ? '' : `-${file.seconds}`;
  const name = `${file.id}${length}.${EXTENSIONS[file.id.slice(0, 2)]}`;
  const ends = Math.floor(Date.now() / 1000 + settings.mediaSeconds);
  const until = settings.mediaSeconds > 0 ? `?Expires=${ends}` : '';
  return `${origin}/media/openphone/${account}/${name}${until}`;
}
