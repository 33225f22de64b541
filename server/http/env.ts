import type { Logger } from 'pino';
import type { Ui } from '#web/ui.ts';

/** What every request carries, signed in or not. Behind sign-in it is `AppEnv` of server/context.ts. */
export interface HttpEnv {
  Variables: {
    requestId: string;
    log: Logger;
    ui: Ui;
  };
}
