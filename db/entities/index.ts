import { Address } from './address.ts';
import { Alert } from './alert.ts';
import { Attachment } from './attachment.ts';
import { Blob } from './blob.ts';
import { CallRecord } from './call-record.ts';
import { Campaign } from './campaign.ts';
import { CampaignDay } from './campaign-day.ts';
import { CampaignPause } from './campaign-pause.ts';
import { Consent } from './consent.ts';
import { Contact } from './contact.ts';
import { ContactAddress } from './contact-address.ts';
import { Conversation } from './conversation.ts';
import { ConversationRead } from './conversation-read.ts';
import { HistoryCursor } from './history-cursor.ts';
import { HistoryHole } from './history-hole.ts';
import { HistoryImport } from './history-import.ts';
import { HistoryProblem } from './history-problem.ts';
import { HistoryTally } from './history-tally.ts';
import { ImportRow } from './import-row.ts';
import { ImportRun } from './import-run.ts';
import { Interaction } from './interaction.ts';
import { Membership } from './membership.ts';
import { OneTimeLink } from './one-time-link.ts';
import { Order } from './order.ts';
import { Outbox } from './outbox.ts';
import { Participant } from './participant.ts';
import { ProviderAccount } from './provider-account.ts';
import { ProviderConversation } from './provider-conversation.ts';
import { ProviderEvent } from './provider-event.ts';
import { ProviderNumber } from './provider-number.ts';
import { ProviderPerson } from './provider-person.ts';
import { QuarantinedEvent } from './quarantined-event.ts';
import { RequestPace } from './request-pace.ts';
import { Seat } from './seat.ts';
import { Send } from './send.ts';
import { Sender } from './sender.ts';
import { SenderDay } from './sender-day.ts';
import { SenderPool } from './sender-pool.ts';
import { Sequence } from './sequence.ts';
import { SequenceVersion } from './sequence-version.ts';
import { Session } from './session.ts';
import { Suppression } from './suppression.ts';
import { UiEvent } from './ui-event.ts';
import { User } from './user.ts';
import { Workspace } from './workspace.ts';
import { WorkspaceDay } from './workspace-day.ts';

export const entities = [
  Address,
  Alert,
  Attachment,
  Blob,
  CallRecord,
  Campaign,
  CampaignDay,
  CampaignPause,
  Consent,
  Contact,
  ContactAddress,
  Conversation,
  ConversationRead,
  HistoryCursor,
  HistoryHole,
  HistoryImport,
  HistoryProblem,
  HistoryTally,
  ImportRow,
  ImportRun,
  Interaction,
  Membership,
  OneTimeLink,
  Order,
  Outbox,
  Participant,
  ProviderAccount,
  ProviderConversation,
  ProviderEvent,
  ProviderNumber,
  ProviderPerson,
  QuarantinedEvent,
  RequestPace,
  Seat,
  Send,
  Sender,
  SenderDay,
  SenderPool,
  Sequence,
  SequenceVersion,
  Session,
  Suppression,
  UiEvent,
  User,
  Workspace,
  WorkspaceDay,
];
