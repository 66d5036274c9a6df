import { useMemo } from 'react'
import type { CodedPassage } from '../../shared/model/entities.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { comparePassages } from '../reading/coding-marks.ts'
import type { CodingMark } from '../reading/coding-marks.ts'
import type { CodeLook } from '../reading/stripes.tsx'
import { shortened } from './index-data.ts'

interface IndexMarks {
  marks: readonly CodingMark[]
  /** How each mark is drawn, by its `codeId`. */
  looks: ReadonlyMap<string, CodeLook>
}

/**
 * Activations and work accounts as marks beside the text. They are asked for when they change, not
 * with every coding; where they stand, the open text knows.
 */
export function useIndexMarks(sourceId: string, passages: readonly CodedPassage[]): IndexMarks {
  const t = useT()
  const topics = ['indexing', 'texts', 'work'] as const
  const activations = useQuery('activations.list', { sourceId }, topics).data?.items
  const accounts = useQuery('workAccounts.list', { sourceId }, ['indexing']).data?.items
  const entries = useMemo(
    () => [
      ...(activations ?? []).map((entry) => ({
        ...entry,
        kind: 'activation' as const,
        name: t('indexing.marks.activation', {
          text:
            entry.clauseLabel === ''
              ? entry.textTitle
              : `${entry.textTitle} › ${shortened(entry.clauseLabel, 24)}`,
          mode: t(`institution.mode.${entry.mode}`),
        }),
        opens: entry.textId,
      })),
      ...(accounts ?? []).map((entry) => ({
        ...entry,
        kind: 'account' as const,
        name:
          entry.doing === ''
            ? t('indexing.marks.accountPlain')
            : t('indexing.marks.account', { doing: entry.doing }),
        opens: '',
      })),
    ],
    [activations, accounts, t],
  )
  const looks = useMemo(
    () => new Map(entries.map(({ id, name, kind }) => [id, { name, hue: hues[kind], kind }])),
    [entries],
  )
  const marks = useMemo(() => {
    if (entries.length === 0) return none
    const places = new Map(passages.map((passage) => [passage.id, passage]))
    return entries
      .flatMap((entry): CodingMark[] => {
        const passage = places.get(entry.passageId)
        if (passage === undefined || passage.state === 'lost') return []
        return [
          {
            codingId: entry.id,
            passageId: entry.passageId,
            codeId: entry.id,
            analystId: entry.createdBy,
            start: passage.start,
            end: passage.end,
            isPending: false,
            kind: entry.kind,
            textId: entry.opens,
          },
        ]
      })
      .sort(comparePassages)
  }, [entries, passages])
  return { marks, looks }
}

/** In which their words light up under the pointer, in degrees. */
const hues = { activation: 257, account: 155 }

const none: readonly CodingMark[] = []

/** Two lists of marks in the order of the text as one. */
export function mergedMarks(
  codings: readonly CodingMark[],
  index: readonly CodingMark[],
): readonly CodingMark[] {
  return index.length === 0 ? codings : [...codings, ...index].sort(comparePassages)
}
