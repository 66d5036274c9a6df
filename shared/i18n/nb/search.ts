import type { search as english } from '../en/search.ts'
import type { Translation } from '../translation.ts'

export const search: Translation<typeof english> = {
  title: 'Søk',
  placeholder: 'Søk i alle kilder',
  recent: 'Siste søk',
  forget: 'Glem {{query}}',
  emptyTitle: 'Ingen søk ennå',
  emptyText: 'Skriv ord for å finne dem i alle kildene. «Anførselstegn» holder ord sammen.',
  hint: 'Skriv ett ord eller flere; «anførselstegn» holder ord sammen.',
  hits_one: '{{count}} sted',
  hits_other: '{{count}} steder',
  inSources_one: 'i {{count}} kilde',
  inSources_other: 'i {{count}} kilder',
  more: 'De første {{count}} stedene vises. Legg til et ord for å snevre inn.',
  nothing: 'Ingen kilder inneholder «{{query}}»',
  nothingText: 'Prøv færre ord eller en annen form av ordet.',
  results: 'Steder som ble funnet',
}
