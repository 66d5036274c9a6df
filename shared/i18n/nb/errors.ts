import type { ErrorCode } from '../../contract/errors.ts'
import type { ErrorText } from '../en/errors.ts'
import { meetingErrorTexts } from './meeting-errors.ts'

/** Same codes and same places to fill as in English. */
export const errorTexts: Record<ErrorCode, ErrorText> = {
  'args.invalid': {
    message: 'Forespørselen ble ikke forstått: {{problem}}.',
    hint: 'Ingenting er endret. Se over verdiene og prøv igjen.',
  },
  'args.unknownName': {
    message: 'Det finnes ingen kommando eller spørring som heter {{name}}.',
    hint: 'Ingenting er endret. Kommandoen «standpoint contract» viser alle navnene.',
  },
  'project.notOpen': {
    message: 'Ingen prosjekter er åpne.',
    hint: 'Ingenting er endret. Åpne et prosjekt eller lag et nytt først.',
  },
  'project.exists': {
    message: 'Det ligger allerede noe på {{path}}.',
    hint: 'Det er ikke rørt. Velg et annet navn, eller åpne prosjektet hvis det er et prosjekt.',
  },
  'project.notFound': {
    message: 'Det finnes ingen prosjektfil på {{path}}.',
    hint: 'Den kan være flyttet, ha fått nytt navn eller ligge på en disk som ikke er koblet til. Finn filen og åpne den derfra.',
  },
  'project.notAProject': {
    message: 'Filen {{path}} er ikke et Standpoint-prosjekt.',
    hint: 'Filen er ikke rørt. Velg en fil som slutter på .standpoint. Intervjuer og dokumenter hentes inn med Importer.',
  },
  'project.locked': {
    message: 'Prosjektet {{path}} er allerede åpent i et annet vindu eller program.',
    hint: 'Ingenting er endret. Lukk det der først, eller åpne det her bare for lesing.',
  },
  'project.newerFormat': {
    message: 'Prosjektet er lagret av en nyere utgave av Standpoint og kan ikke leses av denne.',
    hint: 'Filen er ikke rørt. Installer den nyeste utgaven av Standpoint og åpne prosjektet på nytt.',
  },
  'project.damaged': {
    message: 'Prosjektfilen {{path}} er skadet: {{problem}}.',
    hint: 'Filen er ikke rørt. Gjenopprett den nyeste sikkerhetskopien som en ny fil, eller redd det som kan leses: Det kan du gjøre i vinduet eller med «standpoint check --repair».',
  },
  'project.needsPassword': {
    message: 'Prosjektet {{path}} er beskyttet med passord.',
    hint: 'Ingenting er endret. Skriv passordet for å åpne det.',
  },
  'project.wrongPassword': {
    message: 'Passordet åpner ikke dette prosjektet.',
    hint: 'Ingenting er endret. Prøv igjen, og se etter Caps Lock og tastaturspråk. Et glemt passord kan ikke hentes fram.',
  },
  'project.readOnly': {
    message: 'Prosjektet er åpnet bare for lesing og kan ikke endres her.',
    hint: 'Ingenting er endret. Lukk det i det andre vinduet eller programmet og åpne det på nytt for å arbeide i det.',
  },
  'project.diskFull': {
    message: 'Disken er full, så den siste endringen ble ikke lagret.',
    hint: 'Alt fram til den er lagret. Frigjør plass på disken og gjør det siste om igjen.',
  },
  'project.fileGone': {
    message: 'Prosjektfilen {{path}} er flyttet eller slettet mens den var åpen.',
    hint: 'Den siste endringen ble ikke lagret. Legg filen tilbake, eller lagre en sikkerhetskopi et annet sted nå og åpne den.',
  },
  'project.notWritable': {
    message: 'Det går ikke an å skrive til {{path}}.',
    hint: 'Ingenting er endret. Velg en mappe der du kan lagre filer, eller endre tilgangen til denne.',
  },
  'project.notSaved': {
    message: 'Den siste endringen ble ikke lagret: {{problem}}.',
    hint: 'Alt fram til den er lagret. Gjør det siste om igjen. Går det galt en gang til, så ta en sikkerhetskopi til et annet sted.',
  },
  'source.notFound': {
    message: 'Kilden er ikke lenger i prosjektet.',
    hint: 'Ingenting er endret. Den kan være slettet; Angre henter den tilbake.',
  },
  'source.duplicate': {
    message: 'Filen {{path}} er allerede i prosjektet som «{{title}}».',
    hint: 'Den ble ikke importert en gang til, og kilden du har, er ikke rørt. Velg «Importer likevel» (på kommandolinjen --again) om du vil ha den to ganger.',
  },
  'source.noOriginal': {
    message:
      'Kilden «{{title}}» har ingen original å importere på nytt; den er skrevet i programmet.',
    hint: 'Kilden er ikke rørt. Endre teksten i redigeringsmodus i stedet.',
  },
  'source.rangeInvalid': {
    message: 'Stedet fra {{start}} til {{end}} ligger ikke i teksten på {{length}} tegn.',
    hint: 'Teksten er ikke rørt. Den kan ha blitt endret; merk stedet på nytt.',
  },
  'source.textChanged': {
    message: 'Teksten i «{{title}}» er endret siden den ble lest.',
    hint: 'Ingenting er endret, så ingenting havner på feil sted. Les teksten på nytt, og gjør endringen en gang til.',
  },
  'code.notFound': {
    message: 'Koden er ikke lenger i prosjektet.',
    hint: 'Ingenting er endret. Den kan være slettet eller slått sammen; Angre henter den tilbake.',
  },
  'code.nameTaken': {
    message: 'Det finnes allerede en kode som heter «{{name}}» på samme sted.',
    hint: 'Ingenting er endret. Velg et annet navn, eller slå sammen de to kodene.',
  },
  'code.nameEmpty': {
    message: 'En kode må ha et navn.',
    hint: 'Ingenting er endret. Skriv minst én bokstav eller ett siffer.',
  },
  'code.cycle': {
    message:
      'En kode kan ikke flyttes inn i eller slås sammen med seg selv eller en av sine underkoder.',
    hint: 'Kodetreet er ikke rørt. Velg et sted utenfor koden.',
  },
  'codeSet.notFound': {
    message: 'Kodesettet er ikke lenger i prosjektet.',
    hint: 'Ingenting er endret. Det kan være slettet; Angre henter det tilbake.',
  },
  'folder.notFound': {
    message: 'Mappen er ikke lenger i prosjektet.',
    hint: 'Ingenting er endret. Den kan være slettet; Angre henter den tilbake.',
  },
  'folder.cycle': {
    message: 'En mappe kan ikke flyttes inn i seg selv eller i en av sine egne mapper.',
    hint: 'Mappene er ikke rørt. Velg et sted utenfor mappen.',
  },
  'person.notFound': {
    message: 'Personen er ikke lenger i prosjektet.',
    hint: 'Ingenting er endret. Personen kan være slettet; Angre henter den tilbake.',
  },
  'analyst.notFound': {
    message: 'Analytikeren er ikke kjent i dette prosjektet.',
    hint: 'Ingenting er endret. Velg en av prosjektets analytikere, eller legg til en ny.',
  },
  'passage.notFound': {
    message: 'Utdraget er ikke lenger i prosjektet.',
    hint: 'Ingenting er endret. Det kan være fjernet; Angre henter det tilbake.',
  },
  'passage.empty': {
    message: 'Det er ingen ord i det som er merket, så det er ingenting å kode.',
    hint: 'Ingenting er endret. Merk minst ett ord i teksten.',
  },
  'passage.rangeInvalid': {
    message: 'Stedet fra {{start}} til {{end}} ligger ikke i teksten til kilden.',
    hint: 'Ingenting ble kodet. Teksten kan ha blitt endret; merk ordene på nytt.',
  },
  'coding.notFound': {
    message: 'Kodingen er ikke lenger i prosjektet.',
    hint: 'Ingenting er endret. Den kan være fjernet; Angre henter den tilbake.',
  },
  'memo.notFound': {
    message: 'Notatet er ikke lenger i prosjektet.',
    hint: 'Ingenting er endret. Det kan være slettet; Angre henter det tilbake.',
  },
  'memo.badUpdate': {
    message: 'Den siste endringen i notatet ble ikke forstått og ikke lagret.',
    hint: 'Notatet er som det var før. Kopier det du skrev sist, åpne notatet på nytt og lim det inn.',
  },
  'thing.notFound': {
    message: 'Det finnes ikke noe slikt i prosjektet ({{type}} {{id}}), eller det er slettet.',
    hint: 'Ingenting er endret. Er det slettet, henter Angre det tilbake; ellers se i lista på nytt.',
  },
  'thing.nameEmpty': {
    message: 'Det trengs et navn, og det var tomt.',
    hint: 'Ingenting er endret. Gi det et navn på minst én bokstav.',
  },
  'attribute.nameTaken': {
    message: 'Det finnes alt en egenskap som heter «{{name}}».',
    hint: 'Ingenting er endret. Velg et annet navn, eller bruk den som finnes.',
  },
  'attribute.valuesDoNotFit': {
    message:
      'Verdier i «{{name}}» som ikke kan leses som den nye typen: {{count}}. Den første er «{{value}}».',
    hint: 'Ingenting er endret. Rett verdiene først, eller velg Tekst.',
  },
  'table.notReadable': {
    message: 'Tabellen {{path}} lar seg ikke lese.',
    hint: 'Ingenting er tatt inn. Lagre den som .xlsx eller .csv, og prøv igjen.',
  },
  'table.empty': {
    message: 'Det er ingen rader å ta inn fra {{path}}.',
    hint: 'Ingenting er endret. Første rad gir kolonnene navn, og hver rad under er én person, ett case eller én kilde.',
  },
  'table.noNames': {
    message: 'Ingen kolonne i {{path}} sier hvem eller hva radene handler om.',
    hint: 'Ingenting er tatt inn. Si hvilken kolonne som har navnene.',
  },
  'value.notOfType': {
    message: '«{{value}}» kan ikke være en verdi i «{{attribute}}».',
    hint: 'Ingenting er endret. Tall skrives som 12 eller 3,5, datoer som 2024, 5.2024 eller 17.5.2024, ja og nei som nettopp det; et valg må være blant alternativene.',
  },
  'clause.noText': {
    message:
      'Det er uklart hvilken tekst bestemmelsen hører til: kilden er ikke knyttet til noen registrert tekst, eller til flere.',
    hint: 'Ingenting er endret. Velg teksten, eller knytt kilden til teksten sin i registeret.',
  },
  'clause.empty': {
    message: 'En bestemmelse trenger en ordlyd eller et sted i teksten.',
    hint: 'Ingenting er endret. Merk ordene i bestemmelsen, eller skriv hvor den står.',
  },
  'relation.notFound': {
    message: 'Det finnes ingen relasjon som heter «{{name}}».',
    hint: 'Ingenting er endret. Velg en fra lista, eller legg den til som egen relasjon først.',
  },
  'relation.nameTaken': {
    message: 'Det finnes allerede en relasjon som heter «{{name}}».',
    hint: 'Ingenting er endret. Bruk den som finnes, eller velg et annet navn.',
  },
  'relation.inUse': {
    message: 'Relasjonen «{{name}}» brukes av {{count}} koblinger.',
    hint: 'Den er beholdt. Gi koblingene en annen relasjon først.',
  },
  'link.toItself': {
    message: 'En kobling må knytte sammen to forskjellige ting.',
    hint: 'Ingenting er endret. Velg en annen ende.',
  },
  'link.supersedesCycle': {
    message: 'Da ville en tekst erstatte seg selv, gjennom tekstene imellom.',
    hint: 'Ingenting er endret. Snu koblingen, eller rett de som ligger imellom.',
  },
  'claim.needsPassage': {
    message: 'Dette grunnlaget trenger et utdrag som viser det ({{basis}}).',
    hint: 'Ingenting er endret. Velg utdraget, eller si «vi slutter».',
  },
  'claim.textNotLinked': {
    message:
      '«Teksten sier» trenger et utdrag fra en kilde som er knyttet til teksten, og dette er fra en annen kilde.',
    hint: 'Ingenting er endret. Knytt kilden til teksten i registeret, velg et annet utdrag eller et annet grunnlag.',
  },
  'claim.noSpeaker': {
    message: '«En informant sier» trenger et utdrag der noen snakker, og dette har ingen taler.',
    hint: 'Ingenting er endret. Velg et utdrag fra en replikk, eller et annet grunnlag, for eksempel «observert».',
  },
  'step.otherProcess': {
    message: 'Stegene hører ikke til samme arbeidsprosess: {{name}}.',
    hint: 'Ingenting er endret. Velg steg i én prosess.',
  },
  'activation.noText': {
    message: 'En aktivering trenger en tekst eller en bestemmelse.',
    hint: 'Ingenting er endret. Velg teksten som leses, fylles ut eller vises til.',
  },
  'activation.otherText': {
    message: 'Bestemmelsen {{clause}} hører til en annen tekst: {{text}}.',
    hint: 'Ingenting er endret. Velg bare bestemmelsen; teksten følger med.',
  },
  'map.nothingToDraw': {
    message: 'Det er ingenting på kartet «{{name}}» ennå.',
    hint: 'Ingen fil er skrevet. Legg steg eller tekster på kartet først.',
  },
  'analysis.notUnderstood': {
    message: 'Spørringen er ikke forstått ved tegn {{at}}. {{problem}}.',
    hint: 'Ingenting er søkt etter. Navn står i anførselstegn, slik de er skrevet i prosjektet; # og en id sier hvilken av flere.',
  },
  'analysis.tooManyCells': {
    message: 'Matrisen ville fått {{cells}} celler.',
    hint: 'Ingenting er talt opp. Velg færre rader eller kolonner: det kan vises høyst {{most}} celler.',
  },
  'analysis.nothingToCode': {
    message: 'Ingen utdrag svarer på spørringen, så det er ingenting å kode.',
    hint: 'Ingenting er endret. Ta bort et vilkår og se hva som blir funnet da.',
  },
  ...meetingErrorTexts,
  'folder.isOff': {
    message: 'Ingen delt mappe er i bruk.',
    hint: 'Ingenting ble sendt eller hentet. Velg først en mappe og passfrasen til den.',
  },
  'folder.gone': {
    message: 'Den delte mappa er ikke der: {{path}}.',
    hint: 'Arbeidet ditt er lagret i prosjektet. Utvekslingen fortsetter når mappa er tilbake; er den flyttet, velger du den på nytt.',
  },
  'folder.emptied': {
    message: 'Den delte mappa er der, men ikke det prosjektet hadde i den: {{path}}.',
    hint: 'Arbeidet ditt er lagret i prosjektet. Er ikke disken eller tjenesten koblet til, kobler du den til, og utvekslingen fortsetter. Er mappa laget på nytt, velger du «Slutt å bruke den» og så mappa igjen: Da blir alt skrevet på nytt.',
  },
  'folder.holdsProject': {
    message: 'Selve prosjektet ligger i denne mappa: {{path}}.',
    hint: 'Ingenting ble endret. En tjeneste som kopierer mappa, ville skade det åpne prosjektet. Flytt prosjektet til en mappe bare du bruker, eller velg en annen mappe å dele.',
  },
  'folder.closedFiles': {
    message: 'Filer i den delte mappa som passfrasen ikke åpner: {{count}}.',
    hint: 'De blir liggende urørt. Mangler du noe fra en partner, bør dere sammenligne passfrasene.',
  },
  'folder.foreignFiles': {
    message: 'Filer fra et annet prosjekt i den delte mappa: {{count}}.',
    hint: 'De blir liggende urørt.',
  },
  'folder.newerFiles': {
    message: 'Filer i den delte mappa som en nyere versjon av Standpoint har skrevet: {{count}}.',
    hint: 'De venter. Installer den nyeste versjonen også på denne maskinen.',
  },
  'folder.incompleteFiles': {
    message: 'Filer i den delte mappa som ikke er hele: {{count}}.',
    hint: 'De prøves igjen når de endrer seg; de fleste er bare underveis. Blir det ved, ber du partneren utveksle en gang til.',
  },
  'history.nothingToUndo': {
    message: 'Det er ingenting å angre.',
    hint: 'Ingenting er endret. Angre går tilbake gjennom de siste 200 av dine egne endringer på denne maskinen, også dem fra før prosjektet ble åpnet.',
  },
  'history.nothingToRedo': {
    message: 'Det er ingenting å gjøre om.',
    hint: 'Ingenting er endret. Du kan gjøre om etter at du har angret, fram til neste endring.',
  },
  'history.overruledUndo': {
    message: 'Det er ingenting igjen av endringen å angre: en annen har endret det samme siden.',
    hint: 'Ingenting er endret. Angre én gang til for å gå tilbake til endringen før. Sammenlign viser det to har endret.',
  },
  'history.overruledRedo': {
    message: 'Det er ingenting igjen av endringen å gjøre om: en annen har endret det samme siden.',
    hint: 'Ingenting er endret. Gjør om én gang til for å gå videre til endringen etter. Sammenlign viser det to har endret.',
  },
  'search.badQuery': {
    message: 'Søket ble ikke forstått: {{query}}.',
    hint: 'Skriv ett eller flere ord, eller sett anførselstegn rundt ord som skal stå sammen.',
  },
  'search.changed': {
    message:
      'Det er {{found}} steder nå, ikke {{expected}}: tekstene er endret. Ingenting ble kodet.',
    hint: 'Se gjennom stedene på nytt, og kod dem så.',
  },
  'search.slowPattern': {
    message: 'Søket ble stanset: /{{pattern}}/ prøver for mange veier gjennom teksten.',
    hint: 'Gjør mønsteret enklere; gjentakelser inne i gjentakelser, som (a+)+, er den vanlige årsaken.',
  },
  'file.notFound': {
    message: 'Det finnes ingen fil eller mappe på {{path}}.',
    hint: 'Ingenting er endret. Den kan være flyttet eller ha fått nytt navn. Finn den og prøv igjen.',
  },
  'file.notAFile': {
    message: '{{path}} er ikke en fil, men en mappe eller en enhet.',
    hint: 'Ingenting er endret. Velg filene i mappen, én om gangen eller alle på en gang.',
  },
  'file.notReadable': {
    message: 'Filen {{path}} kan ikke leses: {{problem}}.',
    hint: 'Ingenting er endret. Lukk den i andre programmer, eller sjekk at du har lov til å åpne den, og prøv igjen.',
  },
  'file.notWritable': {
    message: 'Filen {{path}} kan ikke skrives: {{problem}}.',
    hint: 'Prosjektet er uendret, og ingen halv fil ligger igjen. Velg en annen mappe, eller lukk filen i andre programmer.',
  },
  'file.exists': {
    message: 'Det ligger allerede noe på {{path}}.',
    hint: 'Det er ikke rørt. Velg et annet navn.',
  },
  'import.empty': {
    message: 'Filen {{path}} er tom.',
    hint: 'Den ble ikke importert; de andre filene er ikke berørt. Åpne den i programmet den kommer fra og lagre den på nytt.',
  },
  'import.tooLarge': {
    message: 'Filen {{path}} er for stor til å importeres ({{size}}; grensen er {{limit}}).',
    hint: 'Den ble ikke importert; de andre filene er ikke berørt. Del den i mindre filer, eller lagre bare teksten.',
  },
  'import.unknownFormat': {
    message: 'Standpoint vet ikke hvordan filen {{path}} skal leses.',
    hint: 'Den ble ikke importert; de andre filene er ikke berørt. Lagre den som .docx, .odt, .rtf, .pdf, .html, .txt, .md, .srt, .vtt eller .csv og importer den.',
  },
  'import.notThisFormat': {
    message: 'Filen {{path}} slutter på .{{expected}}, men innholdet er noe annet.',
    hint: 'Den ble ikke importert; de andre filene er ikke berørt. Åpne den i programmet den kommer fra og lagre den på nytt i riktig format.',
  },
  'import.broken': {
    message: 'Filen {{path}} er skadet og kan ikke leses.',
    hint: 'Den ble ikke importert; de andre filene er ikke berørt. Åpne den i programmet den kommer fra, lagre en ny kopi og importer den.',
  },
  'import.encrypted': {
    message: 'Filen {{path}} er beskyttet med passord.',
    hint: 'Den ble ikke importert; de andre filene er ikke berørt. Lagre en kopi uten passord og importer den.',
  },
  'import.noText': {
    message: 'Filen {{path}} inneholder bilder av sider, men ingen tekst; den er trolig skannet.',
    hint: 'Den ble ikke importert; de andre filene er ikke berørt. Kjør tekstgjenkjenning (OCR) på den først og importer resultatet.',
  },
  'import.zipBomb': {
    message:
      'Filen {{path}} blir langt større enn et vanlig dokument når den pakkes ut, og kan være skadelig.',
    hint: 'Den ble ikke importert; de andre filene er ikke berørt. Åpne den i programmet den kommer fra og lagre den på nytt, eller lagre bare teksten.',
  },
  'import.notText': {
    message: 'Filen {{path}} er ikke en tekst; den inneholder data som ikke kan leses som ord.',
    hint: 'Den ble ikke importert; de andre filene er ikke berørt. Velg selve dokumentet, eller lagre det som ren tekst først.',
  },
  'task.cancelled': {
    message: 'Arbeidet ble stoppet før det var ferdig.',
    hint: 'Ingenting ble skrevet, og alt er som det var før. Start det på nytt når du er klar.',
  },
  'import.cancelled': {
    message: 'Importen ble stoppet før {{path}} var hentet inn.',
    hint: 'Filer som var importert før det, er beholdt. Importer resten når du er klar.',
  },
  'exchange.notACodebook': {
    message: 'Filen {{path}} er ikke en kodebok Standpoint kan lese.',
    hint: 'Ingen koder ble lagt til. Velg en .csv-, .xlsx- eller .qdc-fil med én kode per rad.',
  },
  'exchange.broken': {
    message: 'Kodeboka {{path}} er skadet: {{problem}}.',
    hint: 'Ingen koder ble lagt til. Eksporter den på nytt fra programmet den kommer fra.',
  },
  'exchange.empty': {
    message: 'Kodeboka {{path}} inneholder ingen koder.',
    hint: 'Ingenting er endret. Sjekk at det er riktig fil.',
  },
  'exchange.unknownColumns': {
    message: 'Kodeboka {{path}} har ingen kolonne med navnene på kodene.',
    hint: 'Ingen koder ble lagt til. Gi kolonnen overskriften «name», og om du vil «parent» og «definition» til andre.',
  },
  'export.noCodes': {
    message: 'Det finnes ingen koder, og en .qdc-fil må ha minst én.',
    hint: 'Ingenting er skrevet til {{path}}. Lag en kode først, eller velg et annet format.',
  },
  'leaks.noNames': {
    message: 'Nøkkelfilen {{path}} har ingen kolonne med navn.',
    hint: 'Ingenting er lest. Gi kolonnen med de virkelige navnene overskriften «navn», og kolonnen med pseudonymer «pseudonym».',
  },
  'backup.notFound': {
    message: 'Det finnes ingen sikkerhetskopi på {{path}}.',
    hint: 'Prosjektet er uendret. Velg en annen sikkerhetskopi fra listen.',
  },
  'engine.stopped': {
    message:
      'Den delen av programmet som tar vare på prosjektet, stoppet uventet og ble startet igjen.',
    hint: 'Alt som var lagret, er beholdt. Gjør det siste om igjen hvis det ikke er der.',
  },
  internal: {
    message: 'Noe gikk galt inne i Standpoint: {{problem}}.',
    hint: 'Alt som var lagret, er beholdt, og dette steget ble ikke gjort. Prøv igjen. Skjer det en gang til, så start programmet på nytt.',
  },
}
