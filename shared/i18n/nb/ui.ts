import type { ui as english } from '../en/ui.ts'
import type { Translation } from '../translation.ts'

export const ui: Translation<typeof english> = {
  close: 'Lukk',
  cancel: 'Avbryt',
  save: 'Lagre',
  done: 'Ferdig',
  delete: 'Slett',
  rename: 'Gi nytt navn',
  undo: 'Angre',
  open: 'Åpne',
  openBeside: 'Åpne ved siden av',
  openInNewTab: 'Åpne i ny fane',
  more: 'Mer',
  filter: 'Filtrer',
  clear: 'Tøm',
  all: 'Alle',
  none: 'Ingen',
  loading: 'Henter …',
  yes: 'Ja',
  no: 'Nei',
  continue: 'Fortsett',
  back: 'Tilbake',
  choose: 'Velg …',
  add: 'Legg til',
}
