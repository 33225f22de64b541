import type { Role } from './role.ts';

const everyone: readonly Role[] = ['owner', 'admin', 'marketer', 'agent', 'viewer'];
const managers: readonly Role[] = ['owner', 'admin'];
const outreach: readonly Role[] = ['owner', 'admin', 'marketer'];
const desk: readonly Role[] = ['owner', 'admin', 'agent'];
const writers: readonly Role[] = ['owner', 'admin', 'marketer', 'agent'];

/**
 * Who may do what. Whoever has a seat may look at all pages of the workspace, except those of the
 * members; this table says who may change things and who may carry them out of the house.
 */
const allowed = {
  'workspace.read': everyone,
  /** Answer, note, assign, snooze, close. */
  'inbox.write': desk,
  'contact.write': writers,
  'contact.erase': managers,
  /** Files that leave: contacts, rejected rows, people of a campaign. */
  'contact.export': outreach,
  'import.write': outreach,
  /** Read a provider's past in, hold it, prove it, repair it. */
  'history.write': managers,
  'sequence.write': outreach,
  'campaign.write': outreach,
  'campaign.launch': outreach,
  /** Pause, resume, stop. */
  'campaign.control': outreach,
  /** Pause, resume, send now and stop one person's walk. */
  'membership.control': writers,
  'sender.write': managers,
  'account.write': managers,
  /** Decide whether an unconfirmed send went out. */
  'send.decide': writers,
  /** Replay dead letters and quarantined events. */
  'event.replay': managers,
  'settings.write': managers,
  'member.manage': managers,
  'clock.move': outreach,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof allowed;

export const permissions = Object.keys(allowed) as readonly Permission[];

/** Whether a seat of this role may do it: routes refuse by it and pages hide by it. */
export function may(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = allowed[permission];
  return holders.includes(role);
}
