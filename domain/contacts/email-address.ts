export type EmailAddress = string & { readonly kind: 'EmailAddress' };
