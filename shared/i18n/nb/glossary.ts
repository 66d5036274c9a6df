import type { glossary as english } from '../en/glossary.ts'
import type { Translation } from '../translation.ts'

export const glossary: Translation<typeof english> = {
  title: 'Ord i institusjonell etnografi',
  lead: 'Institusjonell etnografi starter der folk står i hverdagsarbeidet sitt, og følger hvordan tekster som er laget andre steder, samordner det. Dette er ordene programmet bruker, hvert med to setninger.',
  filter: 'Finn et ord',
  none: 'Ingen ord passer til det.',
  terms: {
    standpoint: {
      term: 'Ståsted',
      text: 'Stedet i hverdagsarbeidet som undersøkelsen ser fra: et menneske som har noe å gjøre, ikke en teori. På et kart er det den merkede banen nederst, og en bruddlinje ses alltid fra et sted.',
    },
    entryLevel: {
      term: 'Inngangsnivå og andre nivå',
      text: 'Inngangsnivået er det folk på ståstedet sier og gjør; det andre nivået er det du leter opp på grunn av det, hos dem som lager, måler og bestemmer. En tråd binder dem sammen.',
    },
    text: {
      term: 'Institusjonell tekst (styringstekst)',
      text: 'En tekst andre må handle etter: en lov, en veileder, et skjema, en skala, et tildelingsbrev. Den kan ligge i prosjektet, bare være nevnt i samtaler eller mangle, og registeret holder orden på hvilken av delene det er.',
    },
    form: {
      term: 'Mal',
      text: 'En tekst som er laget for å kopieres og fylles ut likt mange steder, slik at arbeid ett sted kan leses et annet. Den tegnes med dobbel kant.',
    },
    clause: {
      term: 'Bestemmelse',
      text: 'Akkurat de ordene i en tekst som folk holdes til: en paragraf, et kriterium, en rubrikk, med måltall om den har det. To bestemmelser med ulike tall er verd en kobling.',
    },
    hierarchy: {
      term: 'Teksthierarki',
      text: 'Hvordan tekster styrer tekster: en lov gir hjemmel for en forskrift, som pålegger en veileder, som er opphav til et skjema. Det er ikke et tre: en tekst kan ha flere overordnede, og noen koblinger går oppover.',
    },
    level: {
      term: 'Nivå og rang',
      text: 'Nivået er ditt navn på et lag, som departement, fylke eller kontor; rangen er plassen ovenfra. Gir du ingen rang, finnes den ut fra koblingene.',
    },
    link: {
      term: 'Kobling og relasjon',
      text: 'En kobling sier hva en tekst, en bestemmelse, et steg eller en aktør gjør med en annen: gir hjemmel for, begrenser, måler, er i konflikt med. Du kan legge til egne relasjoner.',
    },
    claim: {
      term: 'Påstand, grunnlag og belegg',
      text: 'En påstand er grunnen din til en kobling, et steg eller et forløp, og grunnlaget sier hvem som snakker: teksten selv, en informant, det du så, litteraturen eller din egen slutning. Påstander for og mot står side om side; det som ikke har noen, tegnes prikket.',
    },
    activation: {
      term: 'Aktivering',
      text: 'En tekst gjør ingenting før noen leser den, fyller den ut, viser til den eller holder seg unna. En aktivering tar vare på det øyeblikket: hvilket utdrag, hvilken tekst eller bestemmelse, hvem, hvordan og med hvilken holdning.',
    },
    stance: {
      term: 'Holdning',
      text: 'Hva en person gjør med en bestemmelse: følger, tilpasser, hopper over, motsetter seg eller kan ikke. I tabellen over bestemmelser og informanter betyr taus at ingenting de sa, er knyttet til den.',
    },
    work: {
      term: 'Arbeid',
      text: 'Alt folk gjør som tar tid, krefter og omtanke, enten noen betaler for det og skriver det ned eller ikke. Å stå i kø, holde en relasjon varm og fylle ut skjemaet om kvelden er alt sammen arbeid.',
    },
    workAccount: {
      term: 'Arbeidsbeskrivelse',
      text: 'Hva et utdrag forteller om å gjøre noe: hva, med hvem, med hvilke hjelpemidler, under hvilke forhold, med hvor mye tid og krefter. Den tar vare på den konkrete fortellingen før en kode gjør den allmenn.',
    },
    invisible: {
      term: 'Usynlig arbeid',
      text: 'Arbeid som institusjonens egne registre ikke viser, enda alt ville stoppet uten. Det tegnes med stiplet omriss.',
    },
    process: {
      term: 'Arbeidsprosess, steg og forløp',
      text: 'En prosess er en kjede av steg som hører sammen, hvert med aktører, et sted, tekster inn og tekster ut. Forløpene sier hvordan ett steg fører til et annet: deretter, hvis, samtidig, tilbake igjen.',
    },
    perspective: {
      term: 'Perspektiv og variant',
      text: 'Den formelle prosessen er slik tekstene sier det går, den fortalte slik folk sier det, den observerte det du så. Varianter er den samme prosessen i en annen tjeneste, på et annet kontor eller hos en annen person.',
    },
    disjuncture: {
      term: 'Bruddlinje',
      text: 'Et brudd mellom det folk vet av å gjøre arbeidet og det institusjonens tekster vet om det. Den har to sider, hver med sitt belegg, og ses fra et ståsted.',
    },
    thread: {
      term: 'Tråd',
      text: 'En linje du følger fra noe som blir sagt på inngangsnivået, til tekstene og menneskene andre steder som former det. Der neste ledd ikke er funnet ennå, viser tråden hullet.',
    },
    circuit: {
      term: 'Krets',
      text: 'En lukket vandring der arbeid blir til en tekst som kommer tilbake og styrer arbeidet: tall rapporteres, måles og vender tilbake som krav. Programmet finner lukkede vandringer i koblingene; du sier hvilke som fortjener et navn.',
    },
    term: {
      term: 'Institusjonelt uttrykk',
      text: 'Et ord som «oppfølging», som høres ut som en beskrivelse og skjuler hvem som gjør hva. Lista merker slike ord, i intervjuene og i dine egne koder, og spør hva de består i her.',
    },
    questions: {
      term: 'Stående spørsmål',
      text: 'Fire spørsmål til hvert intervju: hvilket arbeid gjøres, hvem sitt arbeid henger det sammen med, hva får det til å skje, og hvilken institusjonell sammenheng hører det til. Svarer du med utdrag, ser du hva som ennå ikke er spurt om.',
    },
    map: {
      term: 'Kart',
      text: 'En tegning av en del av modellen din: steg i baner langs uker, eller tekster etter rang. Hver boks og pil åpner belegget sitt, og å ta noe av et kart sletter det aldri.',
    },
  },
}
