/**
 * @typedef {object} LockedPackage
 * @property {string} version
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * Whether all that is wanted is installed in its version; builds for other systems may be absent.
 * @param {Record<string, LockedPackage>} wanted as in package-lock.json
 * @param {Record<string, LockedPackage>} found as in node_modules/.package-lock.json
 */
export function installedFits(wanted, found) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const isProject = path === '';
    const installed = found[path];
    return isProject || (installed ? installed.version === version : optional === true);
  });
}

/**
 * Optional packages that a lock file asks for but does not hold. Only builds are meant: their versions are exact.
 * @param {Record<string, LockedPackage>} packages by path, as in package-lock.json
 * @returns {Record<string, LockedPackage>} what to add
 */
export function missingBuilds(packages) {
  const wanted = Object.entries(packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !reachable(packages, path, name))
      .map(([name, version]) => [`node_modules/${name}`, build(name, version, dev)]),
  );
  return Object.fromEntries(wanted);
}

/**
 * Node looks for a package beside the one that asks, then in each folder above.
 * @param {Record<string, LockedPackage>} packages
 * @param {string} path
 * @param {string} name
 */
function reachable(packages, path, name) {
  const above = path.split('/node_modules/').slice(0, -1);
  const folders = above.map((_, index) =>
    path
      .split('/node_modules/')
      .slice(0, index + 1)
      .join('/node_modules/'),
  );
  return ['', path, ...folders].some(
    (folder) => (folder ? `${folder}/` : '') + `node_modules/${name}` in packages,
  );
}

/** @param {string} name such as "@oxfmt/binding-linux-arm-gnueabihf" @param {string} version @param {boolean} [dev] */
function build(name, version, dev) {
  const parts = name.split('/').at(-1)?.split('-') ?? [];
  const at = parts.findIndex((part) => systems.has(part));
  const libc = parts.at(-1)?.includes('musl') ? 'musl' : 'glibc';
  return {
    version,
    cpu: [parts[at + 1] ?? ''],
    ...(dev ? { dev } : {}),
    ...(parts[at] === 'linux' ? { libc: [libc] } : {}),
    optional: true,
    os: [parts[at] ?? ''],
  };
}

const systems = new Set(['linux', 'darwin', 'win32', 'freebsd', 'android', 'openharmony']);
