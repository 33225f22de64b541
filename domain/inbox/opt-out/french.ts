import { ending, endingIn, type OptOutGrammar, phrase } from './grammar.ts';

// Apostrophes are gone: "n'envoyez" is one word here, "m'écrivez" is "mecrivez".
const messages =
  '(?:messages?|msgs?|sms|textos?|mails?|e ?mails?|courriels?|appels?|pubs?|publicites?|promos?|promotions|offres|notifications?|alertes|rappels|relances|demarchages?|spams?|newsletters?|sollicitations?)';
const write =
  '(?:ecri(?:vez|s|ve)|contacte[zrs]?|envoye[zrs]?|envoies?|textote[zrs]?|texte[zrs]|derange[zrs]?|sollicite[zrs]?|harcele[zrs]?|relance[zrs]?|embete[zrs]?|spamme[zrs]?|recontacte[zrs]?|importune[zrs]?)';
const call = '(?:appele[zrs]?|appelles?|telephone[zrs]?|rappele[zrs]?|rappelles?)';
const toWrite =
  '(?:ecrire|contacter|envoyer|textoter|texter|deranger|solliciter|harceler|relancer|embeter|spammer|appeler|telephoner|recontacter|importuner)';
const me = '(?:me |m|nous |moi |te |)';
const mine =
  '(?:mon (?:numero|nom|contact|portable|tel|telephone|mail|email|adresse)|mes (?:coordonnees|donnees|infos|informations)|ce numero|notre numero)';
const list =
  '(?:de|des|du) (?:(?:la|votre|vos|ta|tes|cette|ces|toutes|vos|les|l) )*(?:liste|listes|l?iste|fichiers?|base|contacts|envois|systeme|repertoire|diffusion|messages)';
const polite =
  'svp|stp|merci|sil vous plait|sil te plait|plus|jamais|desormais|dorenavant|maintenant|et|ni|ou|de|avec';
const end = ending(polite);

export const french: OptOutGrammar = {
  asks: [
    phrase(
      `(?:ne |n)?${me}(?:${write}|${call})(?: moi| nous)? (?:plus jamais|plus rien|plus|jamais plus|jamais)`,
      `(?:${end}|(?= (?:de |d|aucun |vos |ces |les )*${messages}))`,
    ),
    phrase(
      `(?:ne |n)${me}${write}(?: moi| nous)? (?:pas|aucun|rien)`,
      `(?:${end}|(?= (?:de |d|vos |ces )*${messages}))`,
    ),
    phrase(`(?:ne |n)${me}${write} (?:plus |pas |jamais )?(?:de |d|aucun )?${messages}`),
    phrase(`ne plus (?:jamais )?${me}${toWrite}`),
    phrase(
      `(?:merci|priere|veuillez|pouvez vous|demande|voudrais|souhaite) (?:de |d)?(?:bien vouloir )?(?:ne plus|cesser de|arreter de|arreter d|cesser d) ?${me}${toWrite}`,
    ),
    phrase('(?:se |me |nous |m)?(?:desinscri|desabonn|desenregistr|desincri)\\w*(?: moi| nous)?'),
    phrase(
      `(?:retire|enleve|supprime|efface|raye|ote|radie|sorte|sortir|eliminer?)[zrs]?(?: moi| nous)? (?:(?:svp|stp|vite|donc|immediatement) )?(?:${list}|${mine})`,
    ),
    phrase('(?:retire|enleve|supprime|efface|raye|ote|radie)[zs]? (?:moi|nous)', end),
    phrase(`(?:me |m|nous )(?:retirer|enlever|supprimer|effacer|rayer|radier|oter|sortir) ${list}`),
    phrase(
      `(?:arrete|cesse|stoppe)[zrs]? (?:(?:svp|stp|tout de suite|maintenant) )?(?:de |d)${me}${toWrite}`,
    ),
    phrase(
      `(?:arrete|cesse|stoppe)[zrs]? (?:avec |tous |toutes )*(?:les |vos |ces |tes |cet |cette |tout |l|d|ces )+(?:envoi de |envois de |envoi |envois )?(?:${messages}|envois?|harcelement)`,
    ),
    phrase(`stop (?:aux|les|a vos|vos|a ces|ces|au|avec les) ${messages}`),
    phrase(`^(?:merci |stop |et )?plus (?:aucun |de |d)(?:vos |ces )?${messages}`, end),
    phrase(`^(?:merci )?(?:aucun|pas de) ${messages}`, endingIn('svp|stp|merci|sil vous plait')),
    phrase(
      `(?:ne |n)?(?:(?:veux|voulons|souhaite|souhaitons|desire|veut|accepte|aimerais) (?:plus|pas|aucun)(?: (?:jamais|du tout))?|refuse (?:de|d)?) ?(?:recevoir |avoir |etre |de |d|que vous |vos |aucun |ces |voir |entendre parler de |plus )*(?:${messages}|contactee?s?|sollicitee?s?|derangee?s?|harcelee?s?|relancee?s?|appelee?s?|me contactiez|m?ecriviez|dans votre liste|sur votre liste|dans vos listes)`,
    ),
    phrase(
      '(?:laissez|laisse|foutez|fous|fichez|fiche) (?:moi|nous) (?:donc )?(?:tranquilles?|en paix|la paix)',
    ),
    phrase(`(?:oubliez|oublie|perdez|bloquez) ${mine}`),
    phrase(
      '(?:annule[zr]?|resilie[zr]?|annulation de) (?:mon |l|cet |notre )?(?:abonnement|inscription)',
    ),
  ],
  denies:
    /(?:^| )(?:vous|tu|on|ils?|elles?|ca) (?:ne |n)(?:me |m|nous )?(?:derange|ecri|envoy|appel|contact)\w* (?:pas|plus)|(?:^| )(?:ne |n)(?:me |nous |m|l)?(?:arretez|arrete|cessez|desabonnez|desinscrivez|retirez|supprimez|enlevez|effacez)(?= )(?!.* (?:sinon|ou))|(?:^| )pourquoi (?:avez vous|as tu|vous avez) (?:arrete|cesse)/,
};
