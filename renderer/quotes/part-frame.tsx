import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@lexical/react/useLexicalEditable'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { $getNodeByKey } from 'lexical'
import type { NodeKey } from 'lexical'
import { Quote as QuoteIcon, X } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import type { Quote } from '../../shared/contract/quotes.ts'
import { useT } from '../app/i18n.ts'
import { IconButton } from '../ui/index.ts'
import { showQuote } from './chosen-quote.ts'
import { OpenPassage } from './open-passage.tsx'

interface Props {
  nodeKey: NodeKey
  className: string
  label: string
  /** In a running sentence: its tools show only while it is chosen. */
  isInline?: boolean
  tools?: ReactNode
  children: ReactNode
}

/** What all parts of an account have: chosen by a click, taken out by a button. */
export function PartFrame({ nodeKey, className, label, isInline, tools, children }: Props) {
  const t = useT()
  const [editor] = useLexicalComposerContext()
  const isEditable = useLexicalEditable()
  const [isSelected, setSelected, clearSelected] = useLexicalNodeSelection(nodeKey)
  const remove = (): void => editor.update(() => $getNodeByKey(nodeKey)?.remove())
  const frame = {
    className: isSelected ? `${className} is-selected` : className,
    'aria-label': label,
    contentEditable: false,
    onClick: (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('button') !== null) return
      clearSelected()
      setSelected(true)
    },
  }
  const own = (
    <>
      {tools}
      {isEditable && (
        <IconButton size="small" icon={X} label={t('quotes.account.remove')} onClick={remove} />
      )}
    </>
  )
  return isInline === true ? (
    <span role="figure" {...frame}>
      {children}
      {isSelected && <span className="account-inline-tools">{own}</span>}
    </span>
  ) : (
    <figure {...frame}>
      {children}
      <div className="account-part-tools">{own}</div>
    </figure>
  )
}

/** From a quotation to its passage and to the register. */
export function QuoteTools({ quote }: { quote: Quote | undefined }) {
  const t = useT()
  if (quote === undefined) return null
  return (
    <>
      <OpenPassage quote={quote} />
      <IconButton
        size="small"
        icon={QuoteIcon}
        label={t('quotes.open')}
        onClick={() => showQuote(quote.id)}
      />
    </>
  )
}
