export const dutch = `
< Dag, met {name}. Kan ik deze week nog bij de tandarts terecht? Ik heb veel pijn
> Dag {name}, hier {us} van het onthaal. {day} om {hour} is er een plaats vrij.
< Dat is goed, bedankt!
> Genoteerd. Tot dan.

> Herinnering: uw afspraak is {day} om {hour}. Antwoord hier als het niet lukt.
< Ik kom zeker
> Fijn, tot {day}.
< Moet ik nuchter zijn?

< Mijn zoon heeft zijn beugel verloren op school 🙈
> Geen zorgen {name}, dat gebeurt vaker. Kunnen jullie {day} om {hour} langskomen?
< Ja, na de les. Wat gaat dat kosten?
> Ongeveer {price}, de mutualiteit betaalt een deel terug.

> Dag {name}, de rekening van {price} staat nog open. Kunt u eens kijken?
< Die is vorige week betaald hoor
> U heeft gelijk, excuses. Alles is in orde.
< Geen probleem

< Zijn jullie open op de feestdag?
> Nee {name}, wij zijn dan gesloten. {day} zijn we er weer vanaf {hour}.
< ok dan wacht ik
> Bij nood belt u de dokter van wacht.

> Hoe gaat het na de behandeling, {name}?
< Veel beter, dank u wel 🙏
> Dat horen we graag. Kom over zes weken nog eens langs.
< Zal ik doen
`;

export const spanish = `
< Hola, soy {name}. ¿Siguen haciendo impermeabilización de azoteas en la Condesa?
> Hola {name}, le escribe {us}. Sí, claro. ¿Le parece si pasamos {day} a las {hour}?
< Perfecto, toquen en el 4B
> Anotado. Llevamos la escalera y el presupuesto.

> Buen día {name}, su presupuesto quedó en {price}, con materiales.
< ¿Y si nada más arreglan la parte de atrás?
> Baja como a la mitad. Se lo mando hoy por la tarde.
< Gracias 🙌

< ¿Ya vienen? Los estoy esperando desde las {hour}
> Perdón {name}, hay mucho tráfico en Insurgentes. Llegamos en 20 minutos.
< ok aquí los espero
> Gracias por la paciencia.

> Le recordamos su cita: {day} a las {hour}. Conteste aquí si hay algún cambio.
< Ahí nos vemos
> Que tenga bonito día ☀️
< Igualmente

< La factura llegó con mi RFC mal, ¿la pueden corregir?
> Con gusto {name}. ¿Nos manda su constancia de situación fiscal?
< Se la mandé por correo
> Recibida. La corregida sale {day}.

< Se volvió a meter el agua con la lluvia de anoche 😩
> Qué pena, {name}. La garantía lo cubre, {us} pasa {day} temprano.
< Muchas gracias, de verdad
> Para eso estamos.
`;
