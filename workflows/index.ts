export { campaign } from './campaigns/campaign.ts';
export { membership } from './sequences/membership.ts';
export { send } from './sending/send.ts';
