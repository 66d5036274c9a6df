import type { MeetingErrorCode } from '../../contract/errors.ts'
import type { ErrorText } from '../en/errors.ts'

/** Same codes and same places to fill as in English. */
export const meetingErrorTexts: Record<MeetingErrorCode, ErrorText> = {
  'sync.otherProject': {
    message: '«{{title}}» er et annet prosjekt.',
    hint: 'Ingenting er endret. Velg en pakke eller en kopi av prosjektet som er åpent.',
  },
  'sync.missesEarlier': {
    message: 'Den bygger på endringer som ikke finnes i dette prosjektet.',
    hint: 'Ingenting er endret. Be partneren om en pakke med alt, eller flett inn de tidligere pakkene først.',
  },
  'sync.damaged': {
    message: '{{path}} er ufullstendig eller ble endret underveis.',
    hint: 'Ingenting i den er tatt inn. Kopier fila på nytt, eller be partneren sende den igjen.',
  },
  'sync.badState': {
    message: 'Dette er ikke noe en kopi av et prosjekt inneholder.',
    hint: 'Ingenting er gjort. Oppgi navnet på en som analyserer, en pakke fra vedkommende, eller en tilstand slik «sync.state» skrev den.',
  },
  'sync.notABundle': {
    message: '{{path}} er verken en pakke eller et prosjekt fra Standpoint.',
    hint: 'Ingenting er endret. Velg en fil som partneren har laget med «Del».',
  },
  'sync.needsPassphrase': {
    message: '{{path}} er forseglet med en passordfrase.',
    hint: 'Ingenting er endret. Be partneren om passordfrasen.',
  },
  'sync.wrongPassphrase': {
    message: 'Passordfrasen åpner ikke {{path}}.',
    hint: 'Ingenting er endret. Store og små bokstaver teller; spør partneren hvis du er i tvil.',
  },
  'sync.newerFormat': {
    message: '{{path}} er laget med en nyere versjon av Standpoint.',
    hint: 'Ingenting er endret. Installer den nyeste versjonen også på denne maskinen.',
  },
  'sync.isPart': {
    message: '{{path}} inneholder bare det som er nytt siden en tidligere tilstand.',
    hint: 'Det ble ikke laget noe prosjekt. Be partneren om en pakke med alt for å begynne.',
  },
  'sync.unknownState': {
    message: 'Det er ikke kjent hva {{name}} har.',
    hint: 'Ingenting er skrevet. Lag en pakke med alt; når du har flettet inn en pakke derfra, er det kjent.',
  },
  'settle.noReason': {
    message: 'En avgjørelse trenger en begrunnelse.',
    hint: 'Ingenting er endret. Skriv kort hvorfor, for partneren og for metodekapittelet, eller utsett den.',
  },
  'settle.cannotRecode': {
    message: 'Dette kan ikke avgjøres med en annen kode.',
    hint: 'Ingenting er endret. Velg en kode som finnes i prosjektet, for noe som gjelder en kode eller en koding.',
  },
  'settle.gone': {
    message: 'Det som skulle avgjøres, finnes ikke lenger.',
    hint: 'Ingenting er endret. Se på lista på nytt.',
  },
  'live.alreadyOn': {
    message: 'En økt er allerede i gang.',
    hint: 'Den går videre. Avslutt den først.',
  },
  'live.notHosting': {
    message: 'Denne maskinen er ikke vert for noen økt.',
    hint: 'Ingenting er endret. Åpne en økt først.',
  },
  'live.notAGuest': {
    message: 'Denne maskinen er ikke med i noens økt.',
    hint: 'Ingenting er endret.',
  },
  'live.needsAnalyst': {
    message: 'Det er ikke kjent hvem som arbeider ved denne maskinen.',
    hint: 'Ingenting er åpnet. Si hvem du er, og prøv igjen.',
  },
  'live.cannotListen': {
    message: 'Økten kunne ikke åpnes: {{problem}}.',
    hint: 'Ingenting er åpnet. Et annet program bruker kanskje porten; prøv igjen.',
  },
  'live.badInvitation': {
    message: 'Dette er ikke en invitasjon.',
    hint: 'Ingenting er sendt. Kopier hele lenken du fikk fra verten, fra «standpoint:» til slutten.',
  },
  'live.invitationExpired': {
    message: 'Invitasjonen har gått ut.',
    hint: 'Ingenting er endret. Be verten om en ny.',
  },
  'live.invitationUsed': {
    message: 'Invitasjonen er allerede brukt.',
    hint: 'Ingenting er endret. En invitasjon slipper inn én gjest, én gang; be verten om en ny.',
  },
  'live.wrongInvitation': {
    message: 'Verten kjenner ikke denne invitasjonen.',
    hint: 'Ingenting er endret. Økten den gjaldt, kan være avsluttet; be verten om en ny.',
  },
  'live.unknownGuest': {
    message: 'Ingen med det navnet venter eller er her.',
    hint: 'Ingenting er endret. De kan ha gått i mellomtiden.',
  },
  'live.neverAdmitted': {
    message: 'Ingen vert har sluppet inn denne maskinen ennå.',
    hint: 'Ingenting er endret. Be verten om en invitasjon.',
  },
  'live.wrongFingerprint': {
    message: 'Det som svarer på vertens adresse, er ikke verten.',
    hint: 'Ingenting er sendt dit. Be verten om en ny invitasjon, og spør om noen andre kan være på nettet.',
  },
  'live.unreachable': {
    message: 'Fikk ikke kontakt med verten.',
    hint: 'Prosjektet ditt er som før. Sjekk at dere er på samme nett, og at ingen brannmur stenger programmet ute.',
  },
  'live.turnedAway': {
    message: 'Verten slapp ikke inn denne maskinen.',
    hint: 'Prosjektet ditt er som før. Snakk med verten.',
  },
  'live.removed': {
    message: 'Verten har avsluttet din deltakelse i økten.',
    hint: 'Alt du har gjort, ligger i ditt eget prosjekt. For å komme tilbake trenger du en ny invitasjon.',
  },
  'live.failed': {
    message: 'Økten ble brutt: {{problem}}.',
    hint: 'Det som var kommet, ligger i prosjektet ditt. Start økten igjen.',
  },
  'live.badAddress': {
    message: '«{{address}}» er ikke adressen til en server.',
    hint: 'Ingenting ble sendt. Adressen begynner med wss://; spør den som driver serveren.',
  },
  'live.notSealed': {
    message: 'Forbindelsen til {{address}} ville ikke vært kryptert.',
    hint: 'Ingenting ble sendt. Bruk en adresse som begynner med wss://; ws:// er bare for denne maskinen.',
  },
  'live.noServer': {
    message: 'Ingen server er satt opp for dette prosjektet på denne maskinen.',
    hint: 'Ingenting ble endret. Oppgi adressen og tilgangsnøkkelen først.',
  },
  'live.wrongToken': {
    message:
      'Serveren slipper ikke denne maskinen inn med denne tilgangsnøkkelen, eller bare for å lese.',
    hint: 'Prosjektet er som det var. Be den som driver serveren, om en nøkkel til dette prosjektet.',
  },
  'live.serverCertificate': {
    message: 'Sertifikatet til serveren er ikke til å stole på.',
    hint: 'Ingenting ble sendt dit, og prosjektet er som det var. Se etter om adressen er riktig. Er den det, si fra til den som driver serveren: Sertifikatet kan ha gått ut eller gjelde et annet navn. Utsteder institusjonen sertifikater selv, må IT-støtten først legge rotsertifikatet inn på denne maskinen.',
  },
  'live.serverTooLarge': {
    message: 'Serveren tar ikke imot noe så stort som det som skulle sendes.',
    hint: 'Alt ligger i ditt eget prosjekt. Be den som driver serveren, om å tillate større meldinger.',
  },
  'live.serverUnreachable': {
    message: 'Serveren svarte ikke.',
    hint: 'Prosjektet er som det var. Kontroller adressen og nettet; det prøves på nytt.',
  },
  'round.notFound': {
    message: 'Fant ikke runden; den kan være slettet.',
    hint: 'Ingenting er endret. Se listen over runder.',
  },
  'round.notTakingPart': {
    message: 'Du er ikke med i runden «{{round}}».',
    hint: 'Ingenting er endret. Hvem som er med, bestemmes når runden lages.',
  },
  'round.closed': {
    message: 'Runden «{{round}}» er lukket, og ingenting i den kan endres lenger.',
    hint: 'Ingenting er endret. Så lenge ikke alle har lukket, kan du åpne din egen del igjen.',
  },
  'round.notClosed': {
    message: 'Ikke alle har lukket runden «{{round}}» ennå.',
    hint: 'Ingenting er endret. Når alle har lukket den, kan det dere er enige om, tas inn.',
  },
  'round.missingLayer': {
    message:
      'Alle har lukket runden «{{round}}», men kodingen til {{names}} har ikke kommet hit ennå.',
    hint: 'Ingenting er endret. Utveksle en gang til; lagene sendes av den som vet at alle har lukket.',
  },
  'round.begun': {
    message: 'Noen har begynt å kode i runden «{{round}}», så kildene og kodene i den ligger fast.',
    hint: 'Runden er som før. Du kan gi den nytt navn eller lage en ny.',
  },
  'round.otherSource': {
    message: 'Du er i runden «{{round}}», og denne kilden er ikke med i den.',
    hint: 'Ingenting er kodet. Gå ut av runden for å kode andre kilder.',
  },
  'round.otherCode': {
    message: 'Runden «{{round}}» bruker ikke koden «{{code}}».',
    hint: 'Ingenting er kodet. Velg en av kodene i runden, eller gå ut av den.',
  },
  'round.onlyCodings': {
    message:
      'I den blinde runden «{{round}}» kan et utdrag ha koder, kommentar og vekt, ikke noe annet.',
    hint: 'Ingenting er skrevet. Et notat eller en påstand ville fortalt de andre om utdraget ditt; skriv heller en kommentar til kodingen.',
  },
  'round.textFrozen': {
    message: 'Teksten kan ikke endres mens den blinde runden «{{round}}» er åpen.',
    hint: 'Teksten er som før. Alle må lese de samme ordene; rediger den når alle har lukket runden.',
  },
}
