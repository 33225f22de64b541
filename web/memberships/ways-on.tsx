import { Button } from '../kit/button.tsx';
import { OrderField } from '../kit/order-field.tsx';
import { Rich } from '../kit/rich.tsx';
import { Section } from '../kit/section.tsx';
import { hx } from '../hx.ts';
import { paths } from '../paths.ts';
import type { SeatedUi } from '../ui.ts';
import { nextLookAt, type MembershipProps } from './membership.ts';

/** What would make a message go: the cure of each rule that stands in its way. */
export const WaysOn = ({ ui, walk }: { ui: SeatedUi; walk: MembershipProps }) => {
  const t = ui.t.memberships;
  const at = nextLookAt(walk);
  const passport = walk.sends.find(({ stepId }) => stepId === walk.stepId)?.passport;
  const cures = passport?.looks.filter(({ verdict }) => verdict !== 'passed') ?? [];
  const distinct = [...new Set(cures.map(({ cure }) => cure ?? 'nothing'))];
  return (
    <Section id="ways" title={t.go}>
      <ul class="ways">
        {at && at > ui.now && (
          <li>
            <Rich text={t.waitingUntil(at)} />
          </li>
        )}
        {distinct
          .filter((cure) => cure !== 'time')
          .map((cure) => (
            <li>{t.cures[cure]}</li>
          ))}
        {walk.orders.includes('send-now') && (
          <li>
            <p>{t.sendNowHint}</p>
            <form
              method="post"
              action={paths.sendNow(walk.id)}
              {...hx({ post: paths.sendNow(walk.id), disable: 'find button', swap: 'none' })}
            >
              <OrderField />
              <Button type="submit">{t.sendNow}</Button>
            </form>
          </li>
        )}
      </ul>
    </Section>
  );
};
