import type { withdrawal as english } from '../en/withdrawal.ts'
import type { Translation } from '../translation.ts'

export const withdrawal: Translation<typeof english> = {
  act: 'Trekk tilbake …',
  title: 'Trekk tilbake «{{title}}»',
  lead: 'Når en deltaker trekker seg fra studien. Dette er noe annet enn å slette: Det kan ikke angres.',
  removed: 'Dette fjernes',
  text: 'Teksten, og filen den ble importert fra',
  codings_one: '{{count}} koding i den, med kommentar',
  codings_other: '{{count}} kodinger i den, med kommentarer',
  index: 'Utdrag, aktiveringer og det søkeregisteret har om den',
  trail: 'Tittel, dato, sted og samtykke, og det aktivitetsloggen sier om den',
  backups_one: '{{count}} løpende sikkerhetskopi av prosjektet, for kilden ligger også der',
  backups_other: '{{count}} løpende sikkerhetskopier av prosjektet, for kilden ligger også der',
  partners:
    'Partnerne mister den neste gang de fletter med deg, med pakke, delt mappe eller live. En gammel pakke henter den ikke tilbake.',
  remains:
    'Det som blir stående, er at det fantes en kilde nummer {{number}}, og hvem som trakk den tilbake, når og hvorfor. Notater, eksporterte filer og kopier du har lagt andre steder, blir ikke berørt: Dem må du slette selv.',
  reason: 'Begrunnelse',
  reasonHint: 'Blir stående i prosjektet, og partnerne dine ser den. Ikke nevn noen ved navn.',
  confirm: 'Skriv {{number}} eller tittelen for å bekrefte',
  submit: 'Trekk tilbake for godt',
  done_one: 'Kilde {{number}} er trukket tilbake: {{count}} koding fjernet',
  done_other: 'Kilde {{number}} er trukket tilbake: {{count}} kodinger fjernet',
  doneBackups_one: '{{count}} løpende sikkerhetskopi ble også fjernet.',
  doneBackups_other: '{{count}} løpende sikkerhetskopier ble også fjernet.',
  doneHint: 'Flett snart med partnerne dine, så den blir borte hos dem også.',
  list_one: '{{count}} tilbaketrukket kilde',
  list_other: '{{count}} tilbaketrukne kilder',
  item: 'Kilde {{number}}',
  itemBy: '{{name}}, {{time}}',
  noReason: 'Ingen begrunnelse',
}
