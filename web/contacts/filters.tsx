import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { Input } from '../kit/input.tsx';
import { Select } from '../kit/select.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { countryName } from './countries.ts';

export interface FilterProps {
  ui: SeatedUi;
  /** The filter as the address says it. */
  query: Record<string, string | undefined>;
  choices: {
    tags: readonly { tag: string; contacts: number }[];
    regions: readonly string[];
    countries: readonly string[];
  };
}

/** Search and filters; each change narrows the list at once, and without scripts by the button. */
export const ContactFilters = ({ ui, query, choices }: FilterProps) => {
  const words = ui.t.contacts.list;
  const search = hx({
    get: paths.contacts(),
    trigger: 'input changed delay:250ms, change, submit',
    target: '#contact-list',
    swap: 'outerMorph',
    sync: 'this:replace',
    replaceUrl: true,
  });
  return (
    <form role="search" method="get" action={paths.contacts()} class="filters" {...search}>
      <Input
        name="q"
        type="search"
        label={words.search}
        hideLabel
        placeholder={words.search}
        value={query.q}
      />
      {selects(ui, choices).map(({ name, label, options }) => (
        <Select
          name={name}
          label={label}
          value={query[name] ?? ''}
          empty={words.any}
          options={options}
        />
      ))}
      {query.import && <input type="hidden" name="import" value={query.import} />}
      <Button type="submit" icon="search">
        {words.apply}
      </Button>
    </form>
  );
};

function selects(ui: SeatedUi, { tags, regions, countries }: FilterProps['choices']) {
  const words = ui.t.contacts.list;
  const same = (value: string) => ({ value, label: value });
  return [
    {
      name: 'tag',
      label: words.tag,
      options: tags.map(({ tag, contacts }) => ({
        value: tag,
        label: words.tagWith(tag, contacts),
      })),
    },
    { name: 'region', label: words.region, options: regions.map(same) },
    {
      name: 'country',
      label: words.country,
      options: countries.map((value) => ({ value, label: countryName(ui, value) })),
    },
    {
      name: 'consent',
      label: words.consent,
      options: consents.map((value) => ({ value, label: words.consents[value] })),
    },
    {
      name: 'conversation',
      label: words.conversation,
      options: (['yes', 'no'] as const).map((value) => ({
        value,
        label: words.conversations[value],
      })),
    },
  ];
}

const consents = ['given', 'refused', 'none', 'blocked'] as const;
