import type { Fields } from '../project/entities.ts'
import { Refusal } from '../refusal.ts'

/** All fields of a text to be registered; those not given are empty. */
export const newTextFields = (title: string, given: Fields = {}): Fields => ({
  title: oneLine(title),
  aliases: [],
  genre: '',
  issuer: '',
  level: '',
  rank: null,
  version: '',
  validFrom: '',
  validTo: '',
  locator: '',
  replicable: 'no',
  medium: '',
  usedBy: '',
  usedWhere: '',
  usedWhen: '',
  status: 'mentioned',
  sourceIds: [],
  note: '',
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
})

/** A name with words in it, on one line. */
export function requireWords(name: string): string {
  const words = oneLine(name)
  if (words === '') throw new Refusal('thing.nameEmpty')
  return words
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
