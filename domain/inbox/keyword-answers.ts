/** Whom a person has reached, as the answer to a keyword names it. */
export interface Firm {
  name: string;
  /** A number, address or page for questions; null where the firm has set none. */
  supportContact: string | null;
}

export type Answered = 'stop' | 'start' | 'help';

/**
 * The one text that answers a keyword, in the contact's language (English where there is none of it).
 * No marketing may stand in it; HELP names the firm and where to ask.
 */
export function keywordAnswer(answered: Answered, firm: Firm, language: string | null): string {
  const answers = byLanguage[(language ?? 'en').slice(0, 2).toLowerCase()] ?? english;
  return answers[answered](firm);
}

type Answers = Record<Answered, (firm: Firm) => string>;

const english: Answers = {
  stop: ({ name }) =>
    `${name}: you are unsubscribed and will get no more messages. Reply START to subscribe again.`,
  start: ({ name }) =>
    `${name}: you are subscribed again. Reply HELP for help, STOP to unsubscribe.`,
  help: ({ name, supportContact }) =>
    supportContact
      ? `${name}: for help, contact ${supportContact}. Reply STOP to unsubscribe.`
      : `${name}: reply to this message and we will help you. Reply STOP to unsubscribe.`,
};

const byLanguage: Readonly<Record<string, Answers>> = {
  en: english,
  es: {
    stop: ({ name }) =>
      `${name}: ha cancelado los mensajes y no le enviaremos más. Responda START para recibirlos de nuevo.`,
    start: ({ name }) =>
      `${name}: recibe de nuevo nuestros mensajes. Responda HELP para ayuda, STOP para cancelar.`,
    help: ({ name, supportContact }) =>
      supportContact
        ? `${name}: para ayuda, contacte ${supportContact}. Responda STOP para cancelar.`
        : `${name}: responda a este mensaje y le ayudaremos. Responda STOP para cancelar.`,
  },
  nl: {
    stop: ({ name }) =>
      `${name}: u bent uitgeschreven en krijgt geen berichten meer. Antwoord START om u weer aan te melden.`,
    start: ({ name }) =>
      `${name}: u bent weer aangemeld. Antwoord HELP voor hulp, STOP om u uit te schrijven.`,
    help: ({ name, supportContact }) =>
      supportContact
        ? `${name}: voor hulp, neem contact op met ${supportContact}. Antwoord STOP om u uit te schrijven.`
        : `${name}: antwoord op dit bericht en wij helpen u. Antwoord STOP om u uit te schrijven.`,
  },
  fr: {
    stop: ({ name }) =>
      `${name} : vous êtes désabonné et ne recevrez plus de messages. Répondez START pour vous réabonner.`,
    start: ({ name }) =>
      `${name} : vous êtes de nouveau abonné. Répondez HELP pour de l'aide, STOP pour vous désabonner.`,
    help: ({ name, supportContact }) =>
      supportContact
        ? `${name} : pour de l'aide, contactez ${supportContact}. Répondez STOP pour vous désabonner.`
        : `${name} : répondez à ce message et nous vous aiderons. Répondez STOP pour vous désabonner.`,
  },
};
