/**
 * The trigger of a region that follows what happens: to one thing (`conversation`, its id), or to
 * anything of a kind (`inbox`). It fires as well where news was missed and all must be read anew.
 */
export function onNews(topic: string, refId?: string): string {
  const names = refId ? [`${topic}:${refId}`, `${topic}:any`] : [topic];
  return [...names, 'resync'].map((name) => `${name} from:document` as const).join(', ');
}
