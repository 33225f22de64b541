import { rolesGivenBy, type Role } from '#domain/access/role.ts';
import { hx } from '../hx.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { Select } from '../kit/select.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';

export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  /** On the clock of the workspace. */
  expiresAt: Date;
  invitedBy: string | null;
}

export const InviteForm = ({ ui, form }: { ui: SeatedUi; form: FormState }) => {
  const said = ui.t.settings.invite;
  return (
    <form
      id="invite-form"
      class="stack-4 narrow"
      method="post"
      action={paths.invitations()}
      {...hx({
        post: paths.invitations(),
        target: 'this',
        swap: 'outerHTML', // a morph would keep the address that was typed
        status: { 422: 'swap:outerMorph' },
        disable: 'find button',
      })}
    >
      <FormErrors ui={ui} form={form} labels={{ email: said.email, role: said.role }} />
      <OrderField />
      <Input name="email" type="email" label={said.email} form={form} required autocomplete="off" />
      <Select
        name="role"
        label={said.role}
        form={form}
        options={rolesGivenBy(ui.viewer.role).map((role) => ({
          value: role,
          label: ui.t.common.roles[role],
        }))}
      />
      <div class="row">
        <Button type="submit">{said.go}</Button>
      </div>
    </form>
  );
};

interface OneTimeLinkProps {
  ui: SeatedUi;
  /** A sentence of the catalogue, with marks. */
  about: string;
  url: string;
}

/** A link that is shown once: its secret is not kept. */
export const OneTimeLink = ({ ui, about, url }: OneTimeLinkProps) => {
  const said = ui.t.settings.invite;
  return (
    <Banner tone="ok" acts={<Button data-copy={url}>{said.copy}</Button>}>
      <Rich text={about} />
      <br />
      <code class="wrap">{url}</code>
      <br />
      <span class="muted small">{said.onceOnly}</span>
    </Banner>
  );
};

interface InvitationListProps {
  ui: SeatedUi;
  invitations: readonly InvitationRow[];
}

export const InvitationList = ({ ui, invitations }: InvitationListProps) => (
  <div id="invitations">
    {invitations.length > 0 && (
      <Section id="open-invitations" title={ui.t.settings.invite.openTitle}>
        <ul class="rows">
          {invitations.map((invitation) => (
            <InvitationItem ui={ui} invitation={invitation} />
          ))}
        </ul>
      </Section>
    )}
  </div>
);

const InvitationItem = ({ ui, invitation }: { ui: SeatedUi; invitation: InvitationRow }) => {
  const said = ui.t.settings.invite;
  const { id, email, role, expiresAt, invitedBy } = invitation;
  return (
    <li class="row">
      <span>
        <Rich text={said.open(email, ui.t.common.roles[role])} />
        <br />
        <span class="muted small">
          {invitedBy ? said.by(invitedBy, expiresAt) : said.until(expiresAt)}
        </span>
      </span>
      <Button
        class="push"
        aria-label={said.withdrawOf(email)}
        {...hx({
          delete: paths.withdrawInvitation(id),
          target: '#invitations',
          swap: 'outerMorph',
        })}
      >
        {said.withdraw}
      </Button>
    </li>
  );
};
