import { may } from '#domain/access/permissions.ts';
import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { Facts } from '../kit/facts.tsx';
import { FormErrors } from '../kit/form-errors.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Input } from '../kit/input.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { Select } from '../kit/select.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { SettingsFrame } from './settings-frame.tsx';

interface WorkspaceProps {
  ui: SeatedUi;
  form: FormState;
  zones: readonly string[];
}

export const WorkspacePage = (props: WorkspaceProps) => {
  const { ui } = props;
  const said = ui.t.settings.workspace;
  return (
    <SettingsFrame ui={ui} tab="workspace" title={said.title} lede={said.lede}>
      {may(ui.viewer.role, 'settings.write') ? (
        <WorkspaceForm {...props} />
      ) : (
        <WorkspaceFacts {...props} />
      )}
    </SettingsFrame>
  );
};

export const WorkspaceForm = ({ ui, form, zones }: WorkspaceProps) => {
  const said = ui.t.settings.workspace;
  const labels = {
    name: said.name,
    zone: said.zone,
    locale: said.locale,
    supportContact: said.support,
    dailyLimit: said.limit,
  };
  return (
    <form
      id="workspace-form"
      class="stack-4 narrow"
      method="post"
      action={paths.settings()}
      {...hx({
        post: paths.settings(),
        target: 'this',
        swap: 'outerMorph',
        disable: 'find button',
      })}
    >
      <FormErrors ui={ui} form={form} labels={labels} />
      <OrderField />
      <Input name="name" label={said.name} form={form} required />
      <Select
        name="zone"
        label={said.zone}
        hint={said.zoneHint}
        form={form}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <Select name="locale" label={said.locale} form={form} options={localesFor(ui)} />
      <Input
        name="supportContact"
        label={said.support}
        hint={said.supportHint}
        optional={ui.t.common.optional}
        form={form}
      />
      <Input
        name="dailyLimit"
        type="number"
        min={1}
        label={said.limit}
        hint={said.limitHint}
        form={form}
        required
      />
      <p class="muted">{said.modes[ui.workspace.mode]}</p>
      <div class="row">
        <Button primary type="submit">
          {ui.t.common.save}
        </Button>
      </div>
    </form>
  );
};

const WorkspaceFacts = ({ ui, form }: WorkspaceProps) => {
  const said = ui.t.settings.workspace;
  const value = (name: string) => String(form.values[name] ?? '');
  return (
    <>
      <Facts
        facts={[
          { name: said.name, value: value('name') },
          { name: said.zone, value: value('zone').replaceAll('_', ' ') },
          { name: said.support, value: value('supportContact') || '–' },
          { name: said.limit, value: ui.format.number(Number(value('dailyLimit'))) },
          { name: said.mode, value: said.modes[ui.workspace.mode] },
        ]}
      />
      <p class="hint">{said.readOnly}</p>
    </>
  );
};

// The pseudo-language is a tool of testing; people who are reached for real never see it.
function localesFor(ui: SeatedUi) {
  const said = ui.t.settings.workspace.locales;
  const english = { value: 'en-US', label: said['en-US'] };
  return ui.workspace.mode === 'sandbox' ? [english, { value: 'xx', label: said.xx }] : [english];
}
