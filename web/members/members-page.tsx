import { rolesGivenBy, roles, type Role } from '#domain/access/role.ts';
import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { Facts } from '../kit/facts.tsx';
import type { FormState } from '../kit/form-state.ts';
import { OrderField } from '../kit/order-field.tsx';
import { Section } from '../kit/section.tsx';
import { Select } from '../kit/select.tsx';
import { paths } from '../paths.ts';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import type { SeatedUi } from '../ui.ts';
import { InvitationList, InviteForm, type InvitationRow } from './invitations.tsx';

export interface MemberRow {
  seatId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  lastSeenAt: Date | null;
}

interface MembersProps {
  ui: SeatedUi;
  members: readonly MemberRow[];
  invitations: readonly InvitationRow[];
  form: FormState;
}

export const MembersPage = ({ ui, members, invitations, form }: MembersProps) => {
  const said = ui.t.settings.members;
  return (
    <SettingsFrame ui={ui} tab="members" title={said.title} lede={said.count(members.length)}>
      <MemberList ui={ui} members={members} />
      <Section id="invite" title={ui.t.settings.invite.title} about={ui.t.settings.invite.why}>
        <InviteForm ui={ui} form={form} />
        <div id="one-time-link" role="status" />
      </Section>
      <InvitationList ui={ui} invitations={invitations} />
      <Section id="roles" title={said.rolesTitle}>
        <Facts
          facts={roles.map((role) => ({ name: ui.t.common.roles[role], value: said.roles[role] }))}
        />
      </Section>
    </SettingsFrame>
  );
};

export const MemberList = ({ ui, members }: Pick<MembersProps, 'ui' | 'members'>) => (
  <ul id="members" class="rows members">
    {members.map((member) => (
      <MemberItem ui={ui} member={member} />
    ))}
  </ul>
);

const MemberItem = ({ ui, member }: { ui: SeatedUi; member: MemberRow }) => {
  const said = ui.t.settings.members;
  const isMine = member.userId === ui.viewer.id;
  const isTheirs = rolesGivenBy(ui.viewer.role).includes(member.role) && !isMine;
  return (
    <li>
      <span>
        <b>{member.name}</b> {isMine && <span class="muted">({said.you})</span>}
        <br />
        <span class="muted small">
          {member.email} · {said.seen(member.lastSeenAt)}
        </span>
      </span>
      {isTheirs ? (
        <RoleForm ui={ui} member={member} />
      ) : (
        <span>{ui.t.common.roles[member.role]}</span>
      )}
      {isTheirs && <MemberOrders ui={ui} member={member} />}
    </li>
  );
};

const RoleForm = ({ ui, member }: { ui: SeatedUi; member: MemberRow }) => (
  <form
    class="row"
    method="post"
    action={paths.member(member.seatId)}
    {...hx({ post: paths.member(member.seatId), target: '#members', swap: 'outerMorph' })}
  >
    <OrderField />
    <Select
      name="role"
      id={`role-${member.seatId}`}
      label={ui.t.settings.members.roleOf(member.name)}
      hideLabel
      value={member.role}
      options={rolesGivenBy(ui.viewer.role).map((role) => ({
        value: role,
        label: ui.t.common.roles[role],
      }))}
    />
    <Button type="submit">{ui.t.settings.members.change}</Button>
  </form>
);

const MemberOrders = ({ ui, member }: { ui: SeatedUi; member: MemberRow }) => {
  const said = ui.t.settings.members;
  return (
    <div class="row">
      <Button
        aria-label={said.resetName(member.name)}
        {...hx({
          post: paths.resetMember(member.seatId),
          target: '#one-time-link',
          swap: 'innerHTML',
        })}
      >
        {said.reset}
      </Button>
      <Button
        danger
        aria-label={said.removeName(member.name)}
        {...hx({
          delete: paths.member(member.seatId),
          target: '#members',
          swap: 'outerMorph',
          confirm: said.confirmRemove(member.name, ui.workspace.name),
        })}
      >
        {said.remove}
      </Button>
    </div>
  );
};
