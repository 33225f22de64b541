/** A session ends after so many days without a visit. */
export const idleDays = 14;

/** It ends after so many days in any case. */
export const absoluteDays = 90;
