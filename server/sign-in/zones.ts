/** Every zone that this runtime knows, by its IANA name. */
export const zones: readonly [string, ...string[]] = ['UTC', ...Intl.supportedValuesOf('timeZone')];
