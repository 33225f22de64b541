/** Words that a provider acts on, each as a word of its own: carriers do not find it in STOP2END. */
const keyword =
  /(?<![\p{L}\p{N}])(stop|unsubscribe|opt[ -]?out|arret|arrêt|alto|baja|afmelden|uitschrijven|désabonner)(?![\p{L}\p{N}])/iu;

/** Whether a text says how to get no more of them. */
export function mentionsOptOut(text: string): boolean {
  return keyword.test(text);
}
