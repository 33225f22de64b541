export const english = `
< Hi, {name} here. The gutter over the back door came loose in the storm. Can somebody look at it?
> Hi {name}, this is {us}. Sorry to hear that. {day} at {hour} works for us, does it for you?
< {day} is good. The dog is friendly 🐶
> Great, see you then. Please leave the side gate open.

> Hi {name}, {us} from the shop. Your quote is ready: {price} for the two windows, frames included.
< Thanks. Does that include taking the old ones away?
> It does, and the sills are painted on our side.
< Then let's do it 👍

< is the crew still coming today? it's past {hour}
> They are ten minutes out, {name}. Traffic on the bridge, sorry.
< ok no worries
> Thank you for your patience!

> Reminder: we are at your place {day} at {hour}. Reply here if anything changes.
< Could we move it to {day}, same time?
> Moved. You will see {us} then.
< perfect, thanks!! 🙏

< How much would it be to redo the porch steps? 5 steps, about 4 feet wide
> Between {price} and a bit more, depending on the wood. Can you send a picture?
< Sent two. The bottom one is rotten through
> Got them. I'd replace all five. I will write up the numbers by {day}.

> Your invoice over {price} went out by e-mail this morning. Any questions, just answer here.
< I paid it already, check your account please
> You're right, it came in this morning. Sorry for the noise, {name}.
< no problem

< Water is coming through the kitchen ceiling!!! 😱
> Turn off the valve under the sink first, {name}. I am sending {us} now.
< Done. It's slowing down. Thank you
> {us} is on the way, about 25 minutes.

> How did everything turn out, {name}? A line from you helps us.
< Honestly great. The guys cleaned up better than they found it ⭐⭐⭐⭐⭐
> That makes our day. Thank you!
< See you for the roof in spring
`;

export const french = `
< Bonjour, {name} à l'appareil. Est-il possible d'avoir un rendez-vous cette semaine pour mon dos ?
> Bonjour {name}, ici {us} de l'accueil. Nous avons {day} à {hour}, cela vous convient-il ?
< Oui parfait, merci beaucoup 😊
> C'est noté. Merci d'apporter votre carte d'identité.

> Rappel : votre séance de kiné est prévue {day} à {hour}. Répondez ici en cas d'empêchement.
< Je serai là
> Merci, à bientôt.
< Est-ce que le parking est gratuit ?

< Je n'ai pas reçu l'attestation pour la mutuelle…
> Bonjour {name}, elle est partie hier par la poste. Nous pouvons aussi vous l'envoyer par courriel.
< Par courriel s'il vous plaît
> C'est fait. Bonne journée !

< Je dois annuler {day}, ma fille a 39 de fièvre
> Bon rétablissement à elle, {name}. Voulez-vous {day} à {hour} à la place ?
< Volontiers. Désolée pour le dérangement
> Aucun souci, c'est noté.

> Bonjour {name}, le docteur aimerait vous revoir. Quand pouvez-vous passer ?
< Plutôt le matin, avant {hour} si possible
> {day} à 8 h 15 alors ?
< D'accord

< La facture indique {price}, mais je pensais que c'était remboursé ??
> Une partie l'est, {name}. Le solde reste à votre charge, je vous envoie le détail.
< Merci pour l'explication
> Avec plaisir.

> Vos résultats sont arrivés. Le docteur vous appelle {day} après {hour}.
< Rien de grave j'espère
> Rien d'inquiétant, il vous expliquera tout.
< Ouf, merci ❤️
`;
