import type { FigureData, FigureKind, FigureRow } from '../../../shared/analysis/figures/figure.ts'
import { grouped } from '../../../shared/analysis/figures/parts.ts'
import type { Measure } from '../../../shared/analysis/question/axis.ts'
import { Names } from '../../../shared/analysis/question/names.ts'
import type { Question } from '../../../shared/analysis/question/question.ts'
import { sentenceOf } from '../../../shared/analysis/question/sentence.ts'
import { translate, type Language, type TextKey } from '../../../shared/i18n/index.ts'
import { namesOf } from '../analysis/names.ts'
import type { Project } from '../project/project.ts'

type Column =
  Extract<TextKey, `figures.column.${string}`> extends `${string}.${string}.${infer K}` ? K : never

/** Words of figures in one language. */
export class FigureWords {
  readonly language: Language

  constructor(language: Language) {
    this.language = language
  }

  columns(...keys: Column[]): string[] {
    return keys.map((key) => translate(this.language, `figures.column.${key}`))
  }

  measure(measure: Measure = 'passages'): string {
    return translate(this.language, `figures.measure.${measure}`)
  }

  /** Caption and alt text as they are proposed; `most` are rows whose highest numbers are told. */
  proposed(
    kind: FigureKind,
    rows: readonly FigureRow[],
    variables: Record<string, string | number>,
  ): Pick<FigureData, 'caption' | 'description'> {
    const list = rows
      .toSorted((a, b) => b.value - a.value)
      .slice(0, 3)
      .map(({ cells, value }) => `${cells.filter(isWord).join(' – ')} (${grouped(value)})`)
      .join(', ')
    const { language } = this
    const most = list === '' ? '' : translate(language, 'figures.most', { list })
    const among = translate(language, 'figures.among')
    const all = { ...variables, most, among }
    return {
      caption: translate(language, `figures.of.${kind}`, all).trim(),
      description: translate(language, `figures.told.${kind}`, all).trim(),
    }
  }

  /** Among which passages was counted; null: among all. */
  among(project: Project, scope: Question | undefined): string | null {
    if (scope === undefined || scope.type === 'anything') return null
    const sentence = sentenceOf(scope, new Names(namesOf(project)), this.language)
    return this.text('figures.onlyAmong', {
      what: sentence.charAt(0).toLocaleLowerCase(this.language) + sentence.slice(1),
    })
  }

  text(key: Extract<TextKey, `figures.${string}`>, variables?: Record<string, string>): string {
    return translate(this.language, key, variables)
  }
}

function isWord(cell: string | number): boolean {
  return typeof cell === 'string' && cell !== ''
}

/** A row of a figure that counts the passages of a question. */
export function countedRow(
  words: readonly (string | number)[],
  value: number,
  question: Question | null,
): FigureRow {
  return { cells: [...words, value], value, question, place: null }
}
