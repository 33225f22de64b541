import { hx } from '../hx.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Section } from '../kit/section.tsx';
import { paths } from '../paths.ts';
import type { SeatedUi, Ui } from '../ui.ts';
import { campaign } from './samples.ts';

export const DialogSection = ({ ui }: { ui: SeatedUi }) => (
  <Section id="dialogs" title={ui.t.styleguide.dialog.title}>
    <Button danger icon="stop" {...hx({ get: `${paths.styleguide()}/dialog`, swap: 'none' })}>
      {ui.t.styleguide.over.openDialog}
    </Button>
  </Section>
);

/** The answer that opens the dialog. */
export const StopDialog = ({ ui }: { ui: Ui }) => {
  const say = ui.t.styleguide.dialog;
  return (
    <Dialog
      title={say.question(campaign)}
      close={ui.t.common.close}
      acts={
        <>
          <Button danger primary data-close-dialog>
            {ui.t.styleguide.buttons.stopForGood}
          </Button>
          <Button data-close-dialog>{say.pause}</Button>
          <Button quiet class="push" data-close-dialog>
            {say.goOn}
          </Button>
        </>
      }
    >
      <p>{say.text(494)}</p>
    </Dialog>
  );
};
