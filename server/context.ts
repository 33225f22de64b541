import type { Logger } from 'pino';
import type { Role } from '#domain/access/role.ts';
import type { VisitedWorkspace } from '#db/access/visit.ts';
import type { BlobStore } from '#db/blobs.ts';
import type { Database, Db } from '#db/orm.ts';
import type { SeatedUi } from '#web/ui.ts';
import type { WebEnv } from './env.ts';
import type { Assets } from './http/assets.ts';
import type { HttpEnv } from './http/env.ts';

/** The outside world, handed to every sub-app of features. */
export interface AppDeps {
  database: Database;
  env: WebEnv;
  log: Logger;
  /** Where uploads and pictures lie. */
  blobs: BlobStore;
  /** What pages link to: style sheet, script, font and icon. */
  assets: Assets;
  /** Fires when the process is asked to stop: long answers (live streams) end themselves. */
  stopping: AbortSignal;
}

/** Who asks, and from which place. */
export interface Seat {
  workspaceId: string;
  userId: string;
  role: Role;
  name: string;
  email: string;
}

/** What a handler behind the session finds on its context: `c.var.seat`, `c.var.ui`, ... */
export interface AppEnv {
  Variables: HttpEnv['Variables'] & {
    /** A unit of work for the reads of this request; writes go through `database.transaction`. */
    em: Db;
    seat: Seat;
    workspace: VisitedWorkspace;
    ui: SeatedUi;
    /** Hash of the token of this session: names it without opening it. */
    sessionHash: Buffer;
  };
}
