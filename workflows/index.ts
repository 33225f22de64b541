export { accountCheck } from './accounts/account-check.ts';
export { attachmentFetch } from './attachments/attachment-fetch.ts';
export { campaign } from './campaigns/campaign.ts';
export { contactImport } from './imports/contact-import.ts';
export { membership } from './sequences/membership.ts';
export { openphoneImport } from './history/openphone-import.ts';
export { send } from './sending/send.ts';
