import { ending, type OptOutGrammar, phrase } from './grammar.ts';

const us =
  '(?:me|us|this (?:number|phone|line|person)|my (?:phone|number|cell|mobile|line|wife|husband))';
const mine =
  '(?:me|us|(?:my|our|this) (?:\\w+ )?(?:number|nr|name|phone|cell|mobile|info|information|details|data|contact|email)s?)';
const texts =
  '(?:text(?: message)?s?|txts?|messages?|msgs?|sms|e?mails?|calls?|alerts?|notifications?|spam|reminders?|ads?|adverts|promos?|promotions|marketing|offers|updates|communications?|solicitations?|newsletters?)';
const these =
  '(?:(?:the|these|those|this|that|your|ur|w|all|any|anymore|more|of|further|future|such|me|us|sending|getting|with|damn|fucking) )*';
const writing =
  '(?:text|txt|messag|msg|sms|contact|writ|e?mail|spamm?|bother|harass|bugg?|annoy|pester|notify|solicit)(?:ing|in)';
const calling = '(?:call|phon|ring)(?:ing|in)';
const sending = '(?:send|forward|push)(?:ing|in)';
const write =
  '(?:text|txt|message|msg|contact|write|write to|e?mail|sms|bother|spam|solicit|notify)';
const writeOrCall = `(?:${write}|call|phone)`;
const stop = '(?:stop|quit|cease|discontinue|knock off)';
const want = '(?:want|wanna|wish|need|care|like|consent|agree)';
const removed = '(?:removed|deleted|taken off|taken out|dropped|scrubbed|unsubscribed)';
const dont = '(?:do not|dont|dnt|never|please not|pls not)';
const list =
  '(?:(?:mailing|contact|call|calling|text|texting|sms|marketing|email|phone|customer|client|damn|fucking|stupid|spam) )*(?:list|lists|database|db|system|contacts|texts|messages|campaign|group|thing)';

const end = ending(
  'any ?more|again|ever|at all|further|period|please|pls|plz|thanks|thx|thank you|ok|okay|asap|immediately|right now|now|man|sir|guys|and|or|i|im|this|its|you|u|because|cuz|from now on',
);
/** Whom one stops writing to, where it is not the one who asks. */
const someoneElse = '(?! (?:her|him|them|people|others|you|u|everyone|the|a|about)(?: |$))';
/** A reason may follow what is asked; a time may not, because that is a preference. */
const noTime =
  '(?! (?:so|too|until|till|til|before|after|at|on|in|between|during|while|when|if|unless|late|early|today|tonight|tomorrow|for (?:a|the|now|today|\\d))(?: |$))';

export const english: OptOutGrammar = {
  asks: [
    phrase(
      `${stop} (?:with )?(?:all |the |your |this |these )?(?:\\w+ly |fucking |damn )?${writing}${someoneElse}(?: ${us})?${noTime}`,
    ),
    phrase(`${stop} (?:fucking |damn )?${calling}(?: and ${writing})? ${us}`, end),
    phrase(
      `${stop} ${sending} (?:(?:me|us|this|these|those|them|your|ur|any|more|all|the|such) )*(?:${texts}|these|those|anything|stuff|crap|shit|me)`,
      noTime,
    ),
    phrase(`${stop} ${these}${texts}(?: to ${us}| coming| from you)?`, end),
    phrase(`${stop} (?:all )?(?:contact|communication)(?: with ${us})?`, end),
    phrase(`no (?:more|further) ${these}${texts}`, noTime),
    /^(?:please |pls )?no (?:texts?|txts?|messages?|msgs?|sms|calls)(?: or \w+)? (?:please|pls|plz|any ?more|ever|again|thanks|thx)$/,
    phrase(
      `(?:(?:no longer|not|dont|dnt|never) (?:even |really |ever )?${want}(?: to)?|to no longer) (?:(?:be|get|getting|receive|receiving|have|see) )*${these}(?:${texts}(?<!(?:wanna|to) \\w+)|contacted|texted|messaged|emailed|bothered|on (?:your|the|this) list)`,
      noTime,
    ),
    phrase(`(?:no longer|not|dont|dnt) ${want} to hear from (?:you|u)`),
    phrase(
      `(?:no longer|not|dont|dnt) ${want} (?:you|u|anyone|yall) (?:to )?(?:keep )?(?:${write}|${writing}|${calling}|${sending})`,
      noTime,
    ),
    phrase(`${dont} bother ${writing}(?: ${us})?`, end),
    phrase(
      `${dont} (?:ever |please |even |dare )*${write}(?: (?:or|and|nor) ${writeOrCall})* ${us}`,
      end,
    ),
    phrase(
      `${dont} (?:ever |please |even )*${writeOrCall}(?: (?:or|and|nor) ${writeOrCall})* ${us} (?:any ?more|again|ever)`,
    ),
    phrase(`${dont} (?:ever |please )*(?:contact|solicit|message|text)(?: again| any ?more)?`, '$'),
    phrase(
      `${dont} (?:ever |please )*send (?:me |us )?${these}(?:${texts}|anything|stuff|crap|shit)`,
      noTime,
    ),
    phrase(
      `(?:remove|delete|drop|scrub|erase|strike|unlist) ${mine}`,
      '(?: (?:number|from(?! my)|off(?! my)|out|and|please|pls|plz|thanks|thank you|now|immediately|asap)|$)',
    ),
    phrase(
      `(?:take|get|pull|cross|scratch|strike|keep) ${mine} (?:(?:off|out of|from)(?: of)? (?:your|ur|the|this|that|these|all|any|every) ${list}|off(?: (?:it|this|please|pls|now|thanks)|$))`,
    ),
    phrase(`take off ${mine}`),
    phrase(
      `(?:be|have ${mine}|get ${mine}) ${removed} (?:from|of) (?:your|the|this|that|these|all|any) ${list}`,
    ),
    phrase(
      `(?:(?:can|could|may) (?:i|we)|(?:want|like|wish|ask|asked|request) to|have ${mine}|please) (?:please )?(?:be )?${removed}`,
      '$',
    ),
    phrase(`(?:taken|want|wants|need) (?:me |us )?(?:off|out of) (?:your|the|this|that) ${list}`),
    phrase(
      `(?:stop it|enough|knock it off|cut it out|quit it) (?:already )?with ${these}(?:${texts}|${writing})`,
    ),
    phrase(`no more ${writing}${someoneElse}`, noTime),
    phrase('(?:please|pls|plz) (?:remove|unsubscribe)$'),
    phrase(
      `(?:no|not|never|didnt|dont|havent|without)(?: (?:you|u|have|had|has|give|gave|given|got|get|my|any|the))* (?:permission|consent) to (?:${writeOrCall}|send)`,
    ),
    phrase('(?:lose|forget|block) (?:my|this) (?:phone |cell )?(?:number|contact|info|digits)'),
    phrase(
      'leave (?:me|us) (?:the \\w+ )?(?:alone|in peace)',
      ending('please|pls|already|now|or|and|i|ok|thanks'),
    ),
    phrase(
      `opt(?:ing)? ?(?:me |us |this number |my number )?out(?! of (?!${these}(?:${texts}|receiving|list|program|campaign|everything|it|this)))`,
    ),
    phrase('un ?(?:subscrib|suscrib|subcrib|subscib|subsrib)(?:e|ed|ing)?|unsub|unsubsribe'),
    phrase(
      `(?:put|place|add) ${mine} (?:on|to) (?:your |the |ur )?(?:do not|dont|dnc|no) ?(?:call|text|contact|solicit|list)`,
    ),
    phrase(
      `cancel (?:my |our |this |the |all |your )*(?:subscription|text alerts|texts|messages|sms)`,
      end,
    ),
    phrase('(?:revok|withdraw)(?:e|ing)? (?:my |all |any )*(?:consent|permission)'),
  ],
  denies: new RegExp(
    [
      '(?:^|(?<!(?:if|why|you|u|unless) )(?<= ))(?:dont|do not|dnt|dun|never|didnt)(?: (?:you|u|ever|please|pls))* (?:stop|quit|unsubscribe|opt|take|remove|delete|lose|leave|block|forget|get|put)(?= )',
      '(?:^| )(?:why|when|did|have|how come) (?:(?:did|have|do|you|u|ever) )+(?:stop|stopped|quit)(?= )',
      '(?:^| )(?:i|ill|we|well|he|she|they)(?: (?:will|can|should|must|would|had to|have to|gotta|better|just|never|cant|wont|did|didnt))* (?:stop|quit|cease)(?= )',
    ].join('|'),
  ),
};
