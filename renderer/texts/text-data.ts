import { useMemo } from 'react'
import { useQuery } from '../app/engine-client.ts'
import type { Topic } from '../app/engine-client.ts'
import type { InstitutionalText } from '../../shared/model/institution.ts'

export const textTopics: Topic[] = ['texts', 'indexing', 'sources']
const noTexts: InstitutionalText[] = []

/** Values that the texts of the project have already, for filters and suggestions. */
export interface TextWords {
  levels: readonly string[]
  issuers: readonly string[]
  genres: readonly string[]
}

export interface TextData {
  /** Highest level first. */
  texts: readonly InstitutionalText[]
  words: TextWords
  /** False until the first answer. */
  isReady: boolean
}

/** All texts of the register, kept up to date. */
export function useTexts(): TextData {
  const { data } = useQuery('texts.list', {}, textTopics)
  const texts = data?.items ?? noTexts
  const words = useMemo(() => wordsOf(texts), [texts])
  return { texts, words, isReady: data !== undefined }
}

function wordsOf(texts: readonly InstitutionalText[]): TextWords {
  const distinct = (values: string[]) => [...new Set(values)].filter((value) => value !== '')
  return {
    levels: distinct(texts.map((text) => text.level)),
    issuers: distinct(texts.map((text) => text.issuer)).toSorted((a, b) => a.localeCompare(b)),
    genres: distinct(texts.map((text) => text.genre)).toSorted((a, b) => a.localeCompare(b)),
  }
}
