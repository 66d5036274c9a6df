import type {
  AgreementMeasure,
  AgreementResult,
  AgreementRow,
} from '../../../shared/contract/agreement.ts'
import {
  agreementParts,
  decimalsOf,
  measuresShown,
  measureText,
  type AgreementPart,
} from '../../../shared/analysis/agreement/shown-measures.ts'
import type { Reason } from '../../../shared/analysis/agreement/coefficient.ts'
import { translate, type Language } from '../../../shared/i18n/index.ts'
import type { Cell, TableData } from '../export/tables/table-model.ts'

/** The tables of a computation, all codes together in the last row, with what they rest on below. */
export function agreementTables(
  result: AgreementResult,
  language: Language,
  isForReading: boolean,
): TableData[] {
  return agreementParts.map((part) => tableOfPart(result, { part, language, isForReading }))
}

interface How {
  part: AgreementPart
  language: Language
  /** Numbers as text with three decimals, rather than for a spreadsheet to reckon with. */
  isForReading: boolean
}

function tableOfPart(result: AgreementResult, how: How): TableData {
  const { part, language, isForReading } = how
  const all = [...result.codes, result.overall]
  const measures = measuresShown(result, part)
  const reasons: Reason[] = []
  const counts = part === 'units' ? countColumns(result, language) : []
  const basis = basisWords(result, language)
  // Rows of a spreadsheet part from what stands below them: each says what it rests on.
  const constants = isForReading
    ? []
    : (['unit', 'scope', 'layer'] as const).map((key) => ({
        key,
        label: translate(language, `agreement.${key}`),
        value: basis[key],
      }))
  const columns = [
    { key: 'code', label: translate(language, 'agreement.code') },
    ...counts.map(({ label }, place) => ({ key: `count${place}`, label })),
    ...measures.map((name) => ({
      key: name,
      label: translate(language, `agreement.measure.${name}.label`),
    })),
    ...constants.map(({ key, label }) => ({ key, label })),
  ]
  const rows = all.map((row) => ({
    ref: row.codeId === null ? null : { type: 'code', id: row.codeId },
    cells: [
      row.codeId === null ? translate(language, 'agreement.overall') : row.name,
      ...counts.map(({ of }) => of(row)),
      ...measures.map((name) => cellOf(row, name, reasons, how)),
      ...constants.map(({ value }) => value),
    ],
  }))
  return {
    table: {
      title: `${translate(language, 'agreement.title')}: ${translate(language, `agreement.part.${part}`)}`,
      columns,
      rows,
      notes: [
        ...(part === 'units' ? basisOf(result, language) : []),
        ...notesOf(reasons, language),
      ],
    },
    weights: [26, ...counts.map(() => 10), ...measures.map(() => 9), ...constants.map(() => 12)],
    numbersAsText: columns.map((_, place) => place > 0 && isForReading),
  }
}

interface CountColumn {
  label: string
  of: (row: AgreementRow) => number
}

function countColumns({ analysts }: AgreementResult, language: Language): CountColumn[] {
  return [
    ...analysts.map(({ name }, place) => ({
      label: translate(language, 'agreement.codedBy', { name }),
      of: (row: AgreementRow) => row.codedBy[place] ?? 0,
    })),
    {
      label: translate(
        language,
        analysts.length === 2 ? 'agreement.codedByAll' : 'agreement.codedByEvery',
      ),
      of: (row) => row.codedByAll,
    },
  ]
}

function cellOf(
  { measures }: AgreementRow,
  name: AgreementMeasure,
  reasons: Reason[],
  { language, isForReading }: How,
): Cell {
  const coefficient = measures[name]
  if (!coefficient) return ''
  if (coefficient.computable) {
    if (!isForReading) return Number(coefficient.value.toFixed(decimalsOf(name) + 1))
    return measureText(name, coefficient.value, localeOf(language))
  }
  if (!reasons.includes(coefficient.reason)) reasons.push(coefficient.reason)
  const number = reasons.indexOf(coefficient.reason) + 1
  return `${translate(language, 'agreement.notComputableShort')} (${number})`
}

/** Unit, scope, layer and analysts stand with every coefficient, and the warning of uncoded text. */
function basisOf(result: AgreementResult, language: Language): string[] {
  const number = new Intl.NumberFormat(localeOf(language))
  const share = result.units === 0 ? 0 : (100 * result.uncodedUnits) / result.units
  return [
    translate(
      language,
      result.unit === 'character' ? 'agreement.note.basis' : 'agreement.note.basisOverlap',
      basisWords(result, language),
    ),
    translate(language, 'agreement.note.amount', {
      sources: number.format(result.sources.length),
      characters: number.format(result.characters),
      units: number.format(result.units),
    }),
    ...(share > 0
      ? [translate(language, 'agreement.note.uncoded', { share: number.format(rounded(share)) })]
      : []),
  ]
}

function basisWords(result: AgreementResult, language: Language) {
  const { layer } = result
  return {
    unit: translate(language, `agreement.units.${result.unit}`).toLowerCase(),
    overlap: Math.round(result.overlap * 100),
    scope: translate(language, `agreement.scopes.${result.scope}`).toLowerCase(),
    layer: layer === 'working' ? translate(language, 'agreement.layers.working') : layer,
    analysts: result.analysts.map(({ name }) => name).join(', '),
  }
}

function localeOf(language: Language): string {
  return language === 'nb' ? 'nb-NO' : 'en-GB'
}

function rounded(share: number): number {
  return Math.round(share * 10) / 10
}

function notesOf(reasons: readonly Reason[], language: Language): string[] {
  if (reasons.length === 0) return []
  return [
    translate(language, 'agreement.note.notComputable'),
    ...reasons.map((reason, place) =>
      translate(language, 'agreement.note.reason', {
        number: place + 1,
        reason: translate(language, `agreement.reason.${reason}`),
      }),
    ),
  ]
}
