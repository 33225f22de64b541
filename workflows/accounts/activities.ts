/** What a check of credentials asks of the outside world; activities/accounts.ts answers. */
export interface AccountActivities {
  /** Asks the provider whether the credentials are right, and writes down what it said: `ok` or a code. */
  checkAccount: (input: { accountId: string; orderId: string }) => Promise<string>;
}
