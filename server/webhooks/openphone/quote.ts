import { readWebhook } from '#domain/openphone/webhook.ts';
import type { Quoted } from '../provider.ts';

/** Who said what to whom; null for what is no message and no call. */
export function quote(body: string): Quoted | null {
  const { said, type } = readWebhook(body);
  switch (said.kind) {
    case 'message':
    case 'status': {
      const { from, to, body: text, state } = said.message;
      return { from, to: to.join(', '), text, status: said.kind === 'status' ? state : '' };
    }
    case 'call': {
      const { direction, participants, number, status } = said.call;
      const [ours, theirs] = [number ?? '', participants.join(', ')];
      const [from, to] = direction === 'in' ? [theirs, ours] : [ours, theirs];
      return { from, to, text: '', status };
    }
    case 'parts':
      return { from: '', to: '', text: '', status: type };
    case 'directory':
    case 'ignored':
    case 'malformed':
      return null;
  }
}
