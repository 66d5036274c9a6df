/**
 * A QDA-XML code has one description. Our other fields stand in it as labelled paragraphs, which a
 * person reads in any program and which `descriptionToFields` takes apart again.
 */
const DESCRIPTION_FIELDS = [
  'whenToUse',
  'whenNotToUse',
  'aliases',
  'kind',
  'status',
  'example',
  'usage',
  'dates',
] as const

type DescriptionField = (typeof DESCRIPTION_FIELDS)[number]

interface DescriptionEntry {
  field: DescriptionField
  text: string
}

const DESCRIPTION_LABELS: Record<'en' | 'nb', Record<DescriptionField, string>> = {
  en: {
    whenToUse: 'When to use',
    whenNotToUse: 'When not to use',
    aliases: 'Other names',
    kind: 'Kind',
    status: 'Status',
    example: 'Example',
    usage: 'Used in',
    dates: 'Created, changed',
  },
  nb: {
    whenToUse: 'Brukes når',
    whenNotToUse: 'Brukes ikke når',
    aliases: 'Andre navn',
    kind: 'Type',
    status: 'Status',
    example: 'Eksempel',
    usage: 'Brukt i',
    dates: 'Opprettet, endret',
  },
}

const ALL_LABELS = [
  ...new Set(Object.values(DESCRIPTION_LABELS).flatMap((labels) => Object.values(labels))),
].join('|')

const LABELLED_LINE = new RegExp(`^(?= *(?:${ALL_LABELS}):)`, 'gm')
const SHIFTED_LINE = new RegExp(`^ (?= *(?:${ALL_LABELS}):)`, 'gm')
const ENTRY = new RegExp(`(?:^|\\n\\n)(${ALL_LABELS}): `, 'g')

/**
 * A line of the definition that itself looks like one of our labels gets one more leading space,
 * so that reading takes apart exactly what was put together.
 */
export function fieldsToDescription(
  definition: string,
  entries: readonly DescriptionEntry[],
  language: 'en' | 'nb',
): string {
  const labels = DESCRIPTION_LABELS[language]
  return [
    ...(definition.trim() === '' ? [] : [definition.replace(LABELLED_LINE, ' ')]),
    ...entries
      .filter(({ text }) => text.trim() !== '')
      .map(({ field, text }) => `${labels[field]}: ${text.replace(LABELLED_LINE, ' ')}`),
  ].join('\n\n')
}

export function descriptionToFields(description: string): {
  definition: string
  entries: DescriptionEntry[]
} {
  const found = [...description.matchAll(ENTRY)]
  const first = found[0]
  if (first === undefined) return { definition: unshifted(description), entries: [] }
  return {
    definition: unshifted(description.slice(0, first.index)),
    entries: found.flatMap((match, index) => {
      const field = fieldByLabel(match[1] ?? '')
      const end = found[index + 1]?.index ?? description.length
      const text = unshifted(description.slice(match.index + match[0].length, end))
      return field === undefined ? [] : [{ field, text }]
    }),
  }
}

function unshifted(text: string): string {
  return text.replace(SHIFTED_LINE, '')
}

function fieldByLabel(label: string): DescriptionField | undefined {
  return DESCRIPTION_FIELDS.find((field) =>
    Object.values(DESCRIPTION_LABELS).some((labels) => labels[field] === label),
  )
}
