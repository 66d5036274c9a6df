import { GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import type { Analyst } from '../../shared/model/entities.ts'
import { showDialog } from '../app/dialogs.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { compareParts } from '../app/views.ts'
import type { View } from '../app/views.ts'
import { openView } from '../app/workspace.ts'
import { Button, EmptyState, Segmented, Select } from '../ui/index.ts'
import { CodingsPart } from './codings-part.tsx'
import './compare.css'
import { ConflictsPart } from './conflicts-part.tsx'
import { ThingsPart } from './things-part.tsx'

interface Props {
  view: Extract<View, { type: 'compare' }>
  isActive: boolean
}

/** Two analysts beside each other, item by item, and what they decide. */
export function CompareView({ view, isActive }: Props) {
  const t = useT()
  const { roundId, part = 'codings' } = view
  const conflicts = useQuery('conflicts.list', { isOpen: true }, ['settlements', 'project']).data
  const count = conflicts?.items.length ?? 0
  return (
    <section className="pair-view" aria-labelledby="compare-title">
      <header className="pair-head">
        <h1 id="compare-title">{t('compare.title')}</h1>
        <Segmented
          label={t('compare.part')}
          value={part}
          options={compareParts.map((value) => {
            const label = t(`compare.parts.${value}`)
            const isCounted = value === 'conflicts' && count > 0
            return { value, label: isCounted ? t('compare.count', { label, count }) : label }
          })}
          onValue={(next) =>
            openView({
              type: 'compare',
              part: next,
              roundId,
            })
          }
        />
      </header>
      {part === 'conflicts' ? (
        <ConflictsPart isActive={isActive} />
      ) : (
        <TwoAnalysts key={part} part={part} roundId={roundId} isActive={isActive} />
      )}
    </section>
  )
}

interface TwoProps {
  part: 'codings' | 'things'
  roundId: string | undefined
  isActive: boolean
}

function TwoAnalysts({ part, roundId, isActive }: TwoProps) {
  const t = useT()
  const { analysts, analystId } = useProject()
  const listed = useQuery('rounds.list', {}, ['rounds', 'passages']).data?.items ?? []
  // A blind round that is not closed by all is nobody's to compare yet.
  const rounds = listed.filter(
    ({ id, state, isBlind }) => state === 'closed' || !isBlind || id === roundId,
  )
  const [chosenA, setA] = useState<string | null>(null)
  const [chosenB, setB] = useState<string | null>(null)
  if (analysts.length < 2) {
    return (
      <EmptyState
        icon={GitCompareArrows}
        title={t('compare.needsTwo')}
        actions={
          <Button onClick={() => showDialog({ type: 'share' })}>{t('meeting.bundle.share')}</Button>
        }
      >
        {t('compare.needsTwoText')}
      </EmptyState>
    )
  }
  const round = rounds.find(({ id }) => id === roundId)
  const offered = analysts.filter(({ id }) => round?.analystIds.includes(id) ?? true)
  const a = byId(analysts, chosenA) ?? byId(offered, analystId) ?? offered[0] ?? analysts[0]
  const b = byId(analysts, chosenB) ?? [...offered, ...analysts].find(({ id }) => id !== a?.id)
  if (a === undefined || b === undefined) return null
  const layers = [
    { value: '', label: t('compare.working') },
    ...rounds.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const options = analysts.map(({ id, name }) => ({ value: id, label: name }))
  const layer = roundId === undefined ? {} : { layer: roundId }
  const Part = part === 'codings' ? CodingsPart : ThingsPart
  return (
    <>
      <div className="pair-pair">
        <label>
          <span>{t('compare.a')}</span>
          <Select value={a.id} options={options} onValue={setA} />
        </label>
        <label>
          <span>{t('compare.b')}</span>
          <Select value={b.id} options={options} onValue={setB} />
        </label>
        {part === 'codings' && rounds.length > 0 && (
          <label>
            <span>{t('compare.layer')}</span>
            <Select
              value={roundId ?? ''}
              options={layers}
              onValue={(id) =>
                openView({ type: 'compare', part, roundId: id === '' ? undefined : id })
              }
            />
          </label>
        )}
        <p>{t('compare.keys')}</p>
      </div>
      {a.id === b.id ? (
        <EmptyState icon={GitCompareArrows} title={t('compare.samePerson')} />
      ) : (
        <Part
          key={`${a.id} ${b.id} ${roundId ?? ''}`}
          a={{ analystId: a.id, ...layer }}
          b={{ analystId: b.id, ...layer }}
          sides={{ a, b }}
          isActive={isActive}
        />
      )}
    </>
  )
}

function byId(analysts: readonly Analyst[], id: string | null): Analyst | undefined {
  return analysts.find((analyst) => analyst.id === id)
}
