import type { Faults } from '../faults/faults.ts';
import type { World } from '../state/world.ts';
import { FaultsHow, FaultsPanel } from './faults-panel.tsx';
import { Icon } from './icon.tsx';
import { PhoneList } from './phone-list.tsx';
import { type PhoneProps, PhoneSet, Screen } from './phone.tsx';
import { sentences } from './sentences.ts';

export type PageProps = {
  world: World;
  faults: Faults;
  publicUrl: string;
  current: PhoneProps | undefined;
  /** Why what was typed opens no phone. */
  error: string | undefined;
};

/** Phones to play on the left, the one in hand beside them, what can go wrong on the right. */
export function PhonesPage({ world, faults, publicUrl, current, error }: PageProps) {
  return (
    <div class="page">
      <p class="banner">
        <Icon name="flask" />
        <span>
          <b>{sentences.bannerName}</b> {sentences.banner}
        </span>
      </p>
      <header class="head">
        <div>
          <h1>{sentences.heading}</h1>
          <p class="muted">{sentences.intro}</p>
        </div>
        <div class="acts">
          <OpenPhone error={error} />
          <AcceptedCount world={world} />
        </div>
      </header>
      <div class="bench">
        {current ? <PhoneSet {...current} /> : <NoPhone />}
        <PhoneList phones={world.phones} current={current?.phone.number} />
        <div class="side">
          <div>
            <FaultsPanel faults={faults} />
            <FaultsHow />
          </div>
          <Clock publicUrl={publicUrl} />
        </div>
      </div>
      <Poll world={world} faults={faults} current={current} />
    </div>
  );
}

/** What changed since the page was last told, each piece with its own place. */
export function News({ world, faults, current, areFaultsNew }: NewsProps) {
  return (
    <>
      <hx-partial hx-target="#phones" hx-swap="outerMorph">
        <PhoneList phones={world.phones} current={current?.phone.number} />
      </hx-partial>
      {current && (
        <hx-partial hx-target="#screen" hx-swap="outerMorph">
          <Screen {...current} />
        </hx-partial>
      )}
      <hx-partial hx-target="#accepted" hx-swap="outerHTML">
        <AcceptedCount world={world} />
      </hx-partial>
      {areFaultsNew && (
        <hx-partial hx-target="#faults" hx-swap="outerHTML">
          <FaultsPanel faults={faults} />
        </hx-partial>
      )}
      <hx-partial hx-target="#seen" hx-swap="outerHTML">
        <Seen world={world} faults={faults} />
      </hx-partial>
    </>
  );
}

function Poll({ world, faults, current }: Pick<PageProps, 'world' | 'faults' | 'current'>) {
  const phone = current ? `?phone=${encodeURIComponent(current.phone.number)}` : '';
  return (
    <div hx-get={`/live${phone}`} hx-trigger="every 1s" hx-include="#seen" hx-swap="none">
      <Seen world={world} faults={faults} />
    </div>
  );
}

function Seen({ world, faults }: Pick<PageProps, 'world' | 'faults'>) {
  return <input type="hidden" id="seen" name="seen" value={seenNow(world, faults)} />;
}

/** Names a state of the page: a poll that brings it back is answered with nothing. */
export function seenNow(world: World, faults: Faults): string {
  return `${world.version}.${faults.version}`;
}

function OpenPhone({ error }: { error: string | undefined }) {
  return (
    <form class="open-phone" method="get" action="/">
      <label class="vh" for="open-phone">
        {sentences.openPhoneLabel}
      </label>
      <input
        class="input"
        type="tel"
        id="open-phone"
        name="phone"
        placeholder={sentences.openPhonePlaceholder}
        required
        {...(error ? { 'aria-invalid': 'true', 'aria-describedby': 'open-phone-error' } : {})}
      />
      <button class="btn" type="submit">
        {sentences.openPhone}
      </button>
      {error && (
        <p class="err" id="open-phone-error" role="alert">
          {error}
        </p>
      )}
    </form>
  );
}

function AcceptedCount({ world }: { world: World }) {
  return (
    <a id="accepted" class="small" href="/ledger">
      {sentences.accepted(world.outboundCount)}
    </a>
  );
}

function NoPhone() {
  return (
    <section class="phone" id="phone">
      <p class="composer hint">{sentences.noPhone}</p>
    </section>
  );
}

function Clock({ publicUrl }: { publicUrl: string }) {
  return (
    <section aria-labelledby="clock-heading">
      <h2 id="clock-heading">{sentences.clock}</h2>
      <p class="hint">{sentences.clockText}</p>
      <a class="btn" href={`${publicUrl}/clock`}>
        <Icon name="clock" />
        {sentences.clockLink}
      </a>
    </section>
  );
}

type NewsProps = Pick<PageProps, 'world' | 'faults' | 'current'> & { areFaultsNew: boolean };
