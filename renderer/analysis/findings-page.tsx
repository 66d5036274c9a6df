import { Plus } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import type { FindingsPart } from '../app/views.ts'
import { usePassageInHand } from '../passages/passage-in-hand.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { beginFinding } from './finding-acts.ts'

interface Props {
  part: FindingsPart
  icon: LucideIcon
  /** Undefined while it is being asked for. */
  count: number | undefined
  facts?: string
  /** The act that begins a new one stands in the head, and in the empty page. */
  hasNew?: boolean
  isWide?: boolean
  children?: ReactNode
}

/** The sheet of a kind of findings: what they are, how many, and the way to a new one. */
export function FindingsPage(props: Props) {
  const { part, icon, count, facts = '', hasNew = true, isWide = false, children } = props
  const t = useT()
  const id = useId()
  const isReadOnly = useIsReadOnly()
  const inHand = usePassageInHand()
  const begin = (
    <Button
      icon={Plus}
      disabled={isReadOnly}
      onClick={() => void beginFinding(part, inHand)}
      {...(inHand === undefined ? {} : { title: `${inHand.sourceTitle}: ${inHand.quote}` })}
    >
      {t(`analysis.newOf.${part}`)}
    </Button>
  )
  const isEmpty = count === 0
  return (
    <section className="findings" aria-labelledby={id} tabIndex={-1}>
      <div className={isWide ? 'findings-sheet is-wide' : 'findings-sheet'}>
        <header className="findings-head">
          <div>
            <h1 id={id}>{t(`app.tabs.${part}`)}</h1>
            <p>{t(`analysis.about.${part}`)}</p>
            {facts !== '' && <p className="findings-facts">{facts}</p>}
          </div>
          {hasNew && !isEmpty && begin}
        </header>
        {isEmpty && (
          <EmptyState
            icon={icon}
            title={t(`analysis.empty.${part}`)}
            {...(hasNew ? { actions: begin } : {})}
          >
            {t(`analysis.emptyText.${part}`)}
          </EmptyState>
        )}
        {children}
      </div>
    </section>
  )
}
