/** Long rather than strange: length is what makes a password hard to guess. */
export const leastPasswordLength = 12;

/** Longer ones cost the server time and give nobody more safety. */
export const mostPasswordLength = 200;
