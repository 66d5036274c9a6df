import { EyeOff, Layers } from 'lucide-react'
import type { ListedRound } from '../../shared/contract/rounds.ts'
import { showDialog } from '../app/dialogs.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { openView } from '../app/workspace.ts'
import { Button, DeleteButton } from '../ui/index.ts'
import './rounds.css'

/** The rounds of the project: who is done, what comes next, and what can be done with one. */
export function RoundsCard() {
  const t = useT()
  const { readOnly } = useProject()
  const rounds = useQuery('rounds.list', {}, ['rounds', 'project', 'passages']).data?.items
  const sources = useQuery('sources.list', {}, ['sources']).data?.items
  const hasSources = sources === undefined || sources.length > 0
  return (
    <section className="meeting-card" aria-labelledby="meeting-rounds">
      <h2 id="meeting-rounds">{t('rounds.title')}</h2>
      <p className="meeting-text">{t('rounds.text')}</p>
      {rounds?.length === 0 && (
        <p className="meeting-text">{t(hasSources ? 'rounds.none' : 'rounds.noSources')}</p>
      )}
      {rounds !== undefined && rounds.length > 0 && (
        <ul className="rounds">
          {rounds.map((round) => (
            <RoundItem key={round.id} round={round} />
          ))}
        </ul>
      )}
      <div className="meeting-buttons">
        <Button
          disabled={readOnly || !hasSources}
          onClick={() => showDialog({ type: 'newRound', number: (rounds?.length ?? 0) + 1 })}
        >
          {t('rounds.new')}
        </Button>
      </div>
    </section>
  )
}

function RoundItem({ round }: { round: ListedRound }) {
  const t = useT()
  const { analysts, analystId } = useProject()
  const names = (ids: readonly string[]) =>
    analysts
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ')
  const own = round.counts.find((count) => count.analystId === analystId)
  const waiting = round.analystIds.filter((id) => !round.closedBy.includes(id))
  const Icon = round.isBlind ? EyeOff : Layers
  return (
    <li className="round">
      <div className="round-head">
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        <h3>{round.name}</h3>
        <span className="round-kind">{t(round.isBlind ? 'rounds.blind' : 'rounds.open')}</span>
        {round.isCurrent && <span className="round-kind">{t('rounds.current')}</span>}
      </div>
      <p className="meeting-text">
        {t('rounds.howMany', {
          sources: round.sourceIds.length,
          analysts: round.analystIds.length,
        })}{' '}
        {round.state === 'closed'
          ? t('rounds.isClosed')
          : t('rounds.waitsFor', { names: names(waiting) })}{' '}
        {own !== undefined && own.passages > 0 && t('rounds.own', { count: own.passages })}
      </p>
      {round.missing.length > 0 && (
        <p className="meeting-problem">{t('rounds.missing', { names: names(round.missing) })}</p>
      )}
      <RoundButtons round={round} analystId={analystId} />
    </li>
  )
}

function RoundButtons({ round, analystId }: { round: ListedRound; analystId: string }) {
  const t = useT()
  const { readOnly } = useProject()
  const { id: roundId, name } = round
  const hasClosed = round.closedBy.includes(analystId)
  const isClosed = round.state === 'closed'
  const isComplete = isClosed && round.missing.length === 0
  const adopt = async (): Promise<void> => {
    const done = await act('rounds.adopt', { roundId })
    if (done !== undefined) toast({ text: text('rounds.adopted', { count: done.adopted }) })
  }
  const remove = async (): Promise<void> => {
    const done = await act('rounds.delete', { roundId })
    if (done !== undefined) toastWithUndo(text('rounds.deleted', { name }))
  }
  return (
    <div className="meeting-buttons">
      {round.isCurrent && (
        <Button disabled={readOnly} onClick={() => void act('rounds.enter', { roundId: null })}>
          {t('rounds.leave')}
        </Button>
      )}
      {round.mayEnter && !round.isCurrent && (
        <Button disabled={readOnly} onClick={() => void act('rounds.enter', { roundId })}>
          {t('rounds.enter')}
        </Button>
      )}
      {round.mayEnter && (
        <Button
          variant="quiet"
          disabled={readOnly}
          onClick={() => showDialog({ type: 'closeRound', roundId, name })}
        >
          {t('rounds.close')}
        </Button>
      )}
      {hasClosed && !isClosed && (
        <Button
          variant="quiet"
          disabled={readOnly}
          onClick={() => void act('rounds.reopen', { roundId })}
        >
          {t('rounds.reopen')}
        </Button>
      )}
      {isComplete && (
        <>
          <Button onClick={() => openView({ type: 'compare', roundId })}>
            {t('rounds.compare')}
          </Button>
          <Button variant="quiet" disabled={readOnly} onClick={() => void adopt()}>
            {t('rounds.adopt')}
          </Button>
        </>
      )}
      <DeleteButton
        label={`${t('ui.delete')}: ${name}`}
        disabled={readOnly}
        onClick={() => void remove()}
      />
    </div>
  )
}
