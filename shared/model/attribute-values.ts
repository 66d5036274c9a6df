import type { Attribute, AttributeValue } from './entities.ts'

/** What a cell holds after reading, null if it is empty; or that it cannot be read as its type. */
export type ReadValue = { ok: true; value: AttributeValue | null } | { ok: false }

/**
 * Reads what was typed, pasted or imported as a value of an attribute: decimal comma or point, dates
 * day first or ISO, whole or only year and month, yes and no in both languages, options in any case.
 */
export function readValue(
  attribute: Pick<Attribute, 'type' | 'options'>,
  input: AttributeValue | null,
): ReadValue {
  const text = input === null ? '' : plain(input)
  if (text === '') return { ok: true, value: null }
  const value = readers[attribute.type](text, attribute.options)
  return value === null ? { ok: false } : { ok: true, value }
}

type Reader = (text: string, options: readonly string[]) => AttributeValue | null

const readers: Record<Attribute['type'], Reader> = {
  text: (text) => text,
  number: readNumber,
  date: readDate,
  choice: (text, options) =>
    options.find((option) => option === text) ??
    options.find((option) => folded(option) === folded(text)) ??
    null,
  'yes-no': (text) => {
    if (['yes', 'y', 'ja', 'j', 'true', 'sann', '1', 'x'].includes(folded(text))) return true
    return ['no', 'n', 'nei', 'false', 'usann', '0'].includes(folded(text)) ? false : null
  },
}

/** Control characters would end up in tables and files. */
function plain(input: AttributeValue): string {
  // eslint-disable-next-line no-control-regex
  return String(input)
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ' ')
    .trim()
}

function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('nb')
}

/** Spaces between thousands are allowed; a point or a comma stands before decimals. */
function readNumber(text: string): number | null {
  const compact = text.replace(/[\s\u00A0\u202F]/g, '').replace('−', '-')
  return /^[-+]?\d+([.,]\d+)?$/.test(compact) ? Number(compact.replace(',', '.')) : null
}

/** ISO `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or null if it is no date of the calendar. */
function readDate(text: string): string | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  if (iso) return dateOf(iso[1], iso[2], iso[3])
  const dayFirst = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  if (dayFirst) return dateOf(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = /^(\d{1,2})[./](\d{4})$/.exec(text)
  return monthFirst ? dateOf(monthFirst[2], monthFirst[1], undefined) : null
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  if (year === undefined) return null
  if (month === undefined) return year
  const m = Number(month)
  if (m < 1 || m > 12) return null
  const yearMonth = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return yearMonth
  const days = new Date(Date.UTC(Number(year), m, 0)).getUTCDate()
  return Number(day) < 1 || Number(day) > days ? null : `${yearMonth}-${day.padStart(2, '0')}`
}
