import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { contactAddressRoutes } from './addresses.tsx';
import { contactConsentRoutes } from './consent.tsx';
import { contactPageRoutes } from './contact.tsx';
import { contactCreateRoutes } from './create.tsx';
import { contactEditRoutes } from './edit.tsx';
import { contactEraseRoutes } from './erase.tsx';
import { contactListRoutes } from './list.tsx';
import { contactMergeRoutes } from './merge.tsx';

/** People: the list, one person's page, and what may be done with them. */
export const contactRoutes = (deps: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .route('/', contactListRoutes(deps))
    .route('/', contactCreateRoutes(deps))
    .route('/', contactEditRoutes(deps))
    .route('/', contactMergeRoutes(deps))
    .route('/', contactEraseRoutes(deps))
    .route('/', contactConsentRoutes(deps))
    .route('/', contactAddressRoutes(deps))
    .route('/', contactPageRoutes());
