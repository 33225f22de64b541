const codes = ['20003', '20404', '401', '403', '404', 'other-workspace'];

/**
 * Whether a provider refuses the account itself; with any other code nothing is known of it.
 * @param code of the provider, or the status of its answer
 */
export const refusesAccount = (code: string): boolean => codes.includes(code);
