type CodebookFileNote =
  | 'emptyNameSkipped'
  | 'parentAdded'
  | 'parentNotFound'
  | 'duplicateMerged'
  | 'unknownSetMember'
  | 'unknownKind'
  | 'unknownStatus'
  | 'columnIgnored'
  | 'invalidGuid'

const SENTENCES: Record<'en' | 'nb', Record<CodebookFileNote, string>> = {
  en: {
    emptyNameSkipped: 'Codes without a name, left out:',
    parentAdded: 'Superior codes that the file names but does not list, added:',
    parentNotFound: 'Codes whose superior code was not found or goes in a circle, put at the top:',
    duplicateMerged: 'Codes listed twice in the same place; the first one was kept:',
    unknownSetMember:
      'Code sets with members that are not in the file; those members were left out:',
    unknownKind: 'Kinds of code that are not known, ignored:',
    unknownStatus: 'Statuses that are not known, ignored:',
    columnIgnored: 'Columns that were not recognised, ignored:',
    invalidGuid: 'Codes with an invalid or repeated identifier; they get a new one:',
  },
  nb: {
    emptyNameSkipped: 'Koder uten navn, utelatt:',
    parentAdded: 'Overordnede koder som fila nevner, men ikke lister opp, lagt til:',
    parentNotFound: 'Koder der overordnet kode ikke ble funnet eller går i ring, lagt øverst:',
    duplicateMerged: 'Koder som står to ganger på samme sted; den første ble beholdt:',
    unknownSetMember: 'Kodesett med medlemmer som ikke er i fila; de medlemmene ble utelatt:',
    unknownKind: 'Ukjente kodetyper, sett bort fra:',
    unknownStatus: 'Ukjente statuser, sett bort fra:',
    columnIgnored: 'Kolonner som ikke ble gjenkjent, sett bort fra:',
    invalidGuid: 'Koder med ugyldig eller gjentatt identifikator; de får en ny:',
  },
}

const NAMES_SHOWN = 5

/** Collects what was repaired while a file is read: one sentence for each kind of repair. */
export class CodebookFileNotes {
  readonly #names = new Map<CodebookFileNote, string[]>()

  add(note: CodebookFileNote, name: string): void {
    this.#names.set(note, [...(this.#names.get(note) ?? []), name])
  }

  toSentences(language: 'en' | 'nb'): string[] {
    return [...this.#names].map(([note, names]) => {
      const shown = [...new Set(names)].filter((name) => name !== '').slice(0, NAMES_SHOWN)
      const more = names.length > shown.length && shown.length > 0 ? ', …' : ''
      const list =
        shown.length === 0 ? '' : ` (${shown.map((name) => `“${name}”`).join(', ')}${more})`
      return `${SENTENCES[language][note]} ${names.length}${list}.`
    })
  }
}
