/** A telephone number in E.164, such as `+12125550123`. */
export type PhoneNumber = string & { readonly kind: 'PhoneNumber' };

export type PhoneLine = 'mobile' | 'landline' | 'mobile-or-landline' | 'toll-free' | 'other';

export type UnusablePhone =
  | 'not-a-number'
  | 'scientific-notation'
  | 'letters'
  | 'no-area-code'
  | 'too-short'
  | 'too-long'
  | 'not-assignable';

export type PhoneReading =
  | { kind: 'blank' }
  | { kind: 'unusable'; reason: UnusablePhone }
  | {
      kind: 'usable';
      number: PhoneNumber;
      line: PhoneLine;
      extension: string | null;
      second: PhoneNumber | null;
    };
