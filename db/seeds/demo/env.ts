import type { BlobsEnv } from '../../blobs/open.ts';

/** What filling the demo needs of the environment. */
export interface SeedEnv {
  databaseUrl: string;
  appSecret: string;
  dataDir: string;
  blobs: BlobsEnv;
  /** Where the app will answer, for the person who signs in. */
  publicUrl: string;
  sandboxUrl: string;
}

/** @throws with every name that is missing */
export function readSeedEnv(source: NodeJS.ProcessEnv): SeedEnv {
  const missing = ['DATABASE_URL', 'APP_SECRET', 'PUBLIC_URL', 'SANDBOX_URL'].filter(
    (name) => !source[name],
  );
  if (missing.length > 0) {
    throw new Error(`The demo cannot be filled: ${missing.join(', ')} must be set.`);
  }
  const { DATABASE_URL = '', APP_SECRET = '', PUBLIC_URL = '', SANDBOX_URL = '' } = source;
  const dataDir = source['DATA_DIR'] ?? '.data';
  const { BLOBS, BLOBS_KEY, BLOBS_SECRET } = source;
  return {
    databaseUrl: DATABASE_URL,
    appSecret: APP_SECRET,
    dataDir,
    blobs: { DATA_DIR: dataDir, BLOBS, BLOBS_KEY, BLOBS_SECRET },
    publicUrl: PUBLIC_URL.replace(/\/+$/, ''),
    sandboxUrl: SANDBOX_URL.replace(/\/+$/, ''),
  };
}
