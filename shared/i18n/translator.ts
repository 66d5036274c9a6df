import { createInstance } from 'i18next'
import type { ResourceKey } from 'i18next'

export type Language = 'en' | 'nb'
export type Variables = Record<string, string | number | boolean>

const numbers: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en-GB'),
  nb: new Intl.NumberFormat('nb-NO'),
}

/** Stands where a variable has nothing to say, until what surrounds it is closed up. */
const gap = '\uFDD0'

/**
 * A lookup of texts by dotted key that fills `{{name}}` places. With a number as `count`, a key that
 * has `_one` and `_other` gives the form of the language; the digits of the
 * count are grouped as the language does it. An unknown key is its own text.
 *
 * A name without a value leaves no gap: the blank before it, and quotation marks or brackets that
 * stand around nothing, go with it. What is filled in is never read as a place or a key itself.
 */
export function createTranslator(
  resources: Record<Language, ResourceKey>,
): (language: Language, key: string, variables?: Variables) => string {
  const i18n = createInstance()
  void i18n.init({
    resources: { en: { translation: resources.en }, nb: { translation: resources.nb } },
    lng: 'en',
    fallbackLng: false,
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: () => gap,
  })
  return (language, key, variables = {}) => {
    const count = variables['count']
    const text = i18n.t(key, {
      lng: language,
      nest: false,
      replace: withGaps(
        typeof count === 'number'
          ? { ...variables, count: numbers[language].format(count) }
          : variables,
      ),
      ...(typeof count === 'number' ? { count } : {}),
    })
    return text.includes(gap) ? closeGaps(text) : text
  }
}

function withGaps(variables: Variables): Variables {
  if (!Object.values(variables).includes('')) return variables
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, value === '' ? gap : value]),
  )
}

const closeGaps = (text: string): string =>
  text
    .replace(/:(?=\s*\uFDD0\.?$)/, '')
    .replace(/\s*(?:“\uFDD0”|«\uFDD0»|\(\uFDD0\)|\uFDD0)/g, '')
    .replace(/\s+([.,])/g, '$1')
    .trim()
