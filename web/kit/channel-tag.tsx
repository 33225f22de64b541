import type { Ui } from '../ui.ts';
import { Icon } from './icon.tsx';

export type ChannelName = 'sms' | 'whatsapp' | 'email' | 'call' | 'voicemail' | 'note';

/** A channel is never a colour alone: icon and word stay together. */
export const ChannelTag = ({ ui, channel }: { ui: Ui; channel: ChannelName }) => (
  <span class="chan" data-ch={channel}>
    <Icon name={channel} />
    {ui.t.common.channels[channel]}
  </span>
);
