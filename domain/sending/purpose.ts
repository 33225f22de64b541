/**
 * Why a message is sent; it says which rules apply.
 * `marketing` a step of a campaign, `conversation` a person of ours writes,
 * `confirmation` the one answer to STOP, START or HELP, `service` a test or a notice.
 */
export type Purpose = 'marketing' | 'conversation' | 'confirmation' | 'service';
