/**
 * The trigger of a region that follows what happens: to anything of a kind (`inbox`), or to one thing
 * (`conversation:<id>`). It fires as well where news was missed and all must be read anew.
 * @param throttle for a costly region: at most once in so long, such as `2s`
 */
export function onNews(of: string | readonly string[], throttle?: string): string {
  const names = [of].flat().flatMap((name) => {
    const [topic, thing] = name.split(':');
    return thing ? [name, `${topic}:any`] : [name];
  });
  const pace = throttle ? ` throttle:${throttle}` : '';
  return [...new Set(names), 'resync'].map((name) => `${name} from:document${pace}`).join(', ');
}
