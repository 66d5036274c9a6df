import { RefreshCw, Unlink2 } from 'lucide-react'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView, select } from '../../app/workspace.ts'
import type { Circuit, Thing } from '../../../shared/model/institution.ts'
import { Button } from '../../ui/index.ts'
import { deleteFinding, focusTitle } from '../finding-acts.ts'
import { FindingHead, FindingNote } from '../finding-fields.tsx'
import { FindingsPage } from '../findings-page.tsx'
import { useMemberWords } from './use-member-words.ts'

const mostFound = 40

/** Closed walks through texts and work: those that have a name, and those that were found. */
export function CircuitsPage() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const named = useQuery('circuits.list', {}, ['findings', 'texts', 'work']).data?.items
  const found = useQuery('circuits.find', { limit: mostFound }, ['findings', 'texts', 'work']).data
  const wordsOf = useMemberWords()
  const count = named && found && named.length + found.items.length
  const name = async (walk: { members: Thing[]; labels: string[] }): Promise<void> => {
    const made = await act('circuits.create', {
      title: walk.labels.join(' → '),
      members: walk.members,
    })
    if (made !== undefined) focusTitle(made.id)
  }
  return (
    <FindingsPage part="circuits" icon={RefreshCw} count={count} hasNew={false}>
      {named !== undefined && named.length > 0 && (
        <h2 className="findings-group">{t('analysis.circuitsNamed')}</h2>
      )}
      {named?.map((circuit) => (
        <NamedCircuit key={circuit.id} circuit={circuit} wordsOf={wordsOf} />
      ))}
      {found !== undefined && count !== 0 && (
        <>
          <h2 className="findings-group">{t('analysis.circuitsFound')}</h2>
          {found.items.length === 0 && <p className="finding-hint">{t('analysis.circuitsNone')}</p>}
        </>
      )}
      {found?.items.map((walk) => (
        <article key={walk.members.map(({ id }) => id).join()} className="finding circuit-found">
          <Walk labels={walk.labels} />
          <Members members={walk.members} wordsOf={wordsOf} />
          <Button
            size="small"
            disabled={isReadOnly}
            aria-label={t('analysis.nameCircuitOf', { walk: walk.labels.join(' → ') })}
            onClick={() => void name(walk)}
          >
            {t('analysis.nameCircuit')}
          </Button>
        </article>
      ))}
      {found?.isComplete === false && <p className="finding-hint">{t('analysis.circuitsMore')}</p>}
    </FindingsPage>
  )
}

/** The stations of a walk; the first stands at its end again, as it comes back there. */
function Walk({ labels }: { labels: readonly string[] }) {
  return (
    <p className="circuit-walk">
      {[...labels, labels[0] ?? ''].map((label, index) => (
        <span key={`${index} ${label}`}>
          {index > 0 && <span className="circuit-arrow"> → </span>}
          {label}
        </span>
      ))}
    </p>
  )
}

interface CircuitProps {
  circuit: Circuit
  wordsOf: (member: Thing) => string | null
}

function NamedCircuit({ circuit, wordsOf }: CircuitProps) {
  const t = useT()
  const { id: circuitId, title } = circuit
  return (
    <article className="finding" data-finding={circuitId} aria-label={title}>
      <FindingHead
        finding={{ title, status: circuit.status }}
        level={3}
        mark={
          !circuit.isClosed && (
            <span className="finding-lacks">
              <Unlink2 size={13} strokeWidth={1.75} aria-hidden />
              {t('analysis.notClosed')}
            </span>
          )
        }
        onSave={(fields) =>
          void act('circuits.update', {
            circuitId,
            ...(fields.title === undefined ? {} : { title: fields.title }),
            ...(fields.status === undefined ? {} : { status: fields.status }),
          })
        }
        onDelete={() => void deleteFinding('circuit', circuitId, title)}
      />
      <Members members={circuit.members} breaks={circuit.breaks} wordsOf={wordsOf} />
      <FindingNote
        note={circuit.note}
        onSave={(note) => void act('circuits.update', { circuitId, note })}
      />
    </article>
  )
}

/** What a circuit goes through, in words; each opens. */
function Members({
  members,
  breaks = [],
  wordsOf,
}: {
  members: readonly Thing[]
  /** Positions of members behind which the walk breaks off. */
  breaks?: readonly number[]
  wordsOf: CircuitProps['wordsOf']
}) {
  const t = useT()
  if (members.length === 0) return null
  return (
    <ol className="circuit-members" aria-label={t('analysis.members')}>
      {members.map((member, index) => {
        const words = wordsOf(member)
        return (
          <li key={`${member.type}:${member.id}`}>
            {words === null ? (
              <span className="finding-hint">{t('analysis.memberGone')}</span>
            ) : (
              <button type="button" className="finding-link" onClick={() => openThing(member)}>
                {words}
              </button>
            )}
            {breaks.includes(index) && (
              <p className="circuit-break">
                <Unlink2 size={12} strokeWidth={1.75} aria-hidden />
                {t(index === members.length - 1 ? 'analysis.notBack' : 'analysis.notOn')}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Shows a thing in the inspector; a work process has a page instead. */
function openThing({ type, id }: Thing): void {
  if (type === 'process') openView({ type: 'process', id })
  else if (type !== 'site') select({ type, id })
}
