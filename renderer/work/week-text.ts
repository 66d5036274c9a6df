import type { Step } from '../../shared/model/institution.ts'
import type { Translate } from '../app/i18n.ts'

type Weeks = Pick<Step, 'weekFrom' | 'weekTo'>

const week = String.raw`[-−]?\d+(?:[.,]\d+)?`
const pattern = new RegExp(`^(${week})?\\s*(?:(–|-|to|til|\\.\\.)\\s*(${week})?)?$`)

/** Reads `3`, `3–8`, `3-8`, `-2 to 0`, `–8`, or nothing; undefined if it is none of them. */
export function weeksFromText(text: string): Weeks | undefined {
  const plain = text
    .trim()
    .replace(/^(weeks?|uke[rn]?)\s*/i, '')
    .trim()
  if (plain === '') return { weekFrom: null, weekTo: null }
  const single = number(plain)
  if (single !== null) return { weekFrom: single, weekTo: null }
  const found = pattern.exec(plain)
  if (found === null || (found[1] === undefined && found[3] === undefined)) return undefined
  const [weekFrom, weekTo] = [number(found[1]), number(found[3])]
  if (weekFrom !== null && weekTo !== null && weekTo < weekFrom) {
    return { weekFrom: weekTo, weekTo: weekFrom }
  }
  return { weekFrom, weekTo: weekFrom === weekTo ? null : weekTo }
}

/** As it is written in a field: `3–8`. */
export function textOfWeeks({ weekFrom, weekTo }: Weeks): string {
  if (weekFrom === null && weekTo === null) return ''
  if (weekTo === null || weekTo === weekFrom) return sign(weekFrom ?? 0)
  return `${weekFrom === null ? '' : sign(weekFrom)}–${sign(weekTo)}`
}

/** In words: `weeks 3–8 · two days`; empty if nothing is known. */
export function timeWords(t: Translate, step: Weeks & Pick<Step, 'duration'>): string {
  const { weekFrom, weekTo } = step
  const weeks =
    weekFrom === null && weekTo === null
      ? ''
      : weekTo === null || weekTo === weekFrom
        ? t('institution.week', { week: sign(weekFrom ?? 0) })
        : t('institution.weeks', {
            from: weekFrom === null ? '' : sign(weekFrom),
            to: sign(weekTo),
          })
  return [weeks, step.duration].filter((part) => part !== '').join(' · ')
}

function number(text: string | undefined): number | null {
  if (text === undefined || !new RegExp(`^${week}$`).test(text)) return null
  return Number(text.replace('−', '-').replace(',', '.'))
}

function sign(value: number): string {
  return String(value).replace('-', '−')
}
