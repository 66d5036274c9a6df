import { useLexicalEditable } from '@lexical/react/useLexicalEditable'
import type { NodeKey } from 'lexical'
import { Pilcrow, Tag } from 'lucide-react'
import { wordsInSentence } from '../../shared/analysis/quotes/in-sentence.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { IconButton } from '../ui/index.ts'
import { PartFrame, QuoteTools } from './part-frame.tsx'
import { useQuotes } from './quote-data.ts'

interface Props {
  quoteId: string
  nodeKey: NodeKey
  isBare: boolean
  onBare: (isBare: boolean) => void
  onAsBlock: () => void
}

/** A quotation within a sentence, in quotation marks; with its label unless that was left out. */
export function InlineQuotation({ quoteId, nodeKey, isBare, onBare, onAsBlock }: Props) {
  const t = useT()
  const language = useLanguage()
  const isEditable = useLexicalEditable()
  const quotes = useQuotes()
  const quote = quotes?.items.find(({ id }) => id === quoteId)
  if (quotes === undefined) return null
  const state = quote?.state ?? 'gone'
  const warning = state === 'current' ? '' : t(`quotes.${state}`)
  return (
    <PartFrame
      nodeKey={nodeKey}
      isInline
      className={warning === '' ? 'account-inline' : 'account-inline is-noticed'}
      label={t('quotes.account.inline')}
      tools={
        <>
          {isEditable && quote !== undefined && (
            <>
              <IconButton
                size="small"
                icon={Tag}
                label={t('quotes.account.withLabel')}
                aria-pressed={!isBare}
                onClick={() => onBare(!isBare)}
              />
              <IconButton
                size="small"
                icon={Pilcrow}
                label={t('quotes.account.asBlock')}
                onClick={onAsBlock}
              />
            </>
          )}
          <QuoteTools quote={quote} />
        </>
      }
    >
      <span data-quotation={quoteId} title={warning === '' ? undefined : warning}>
        {quote === undefined || quote.printed === ''
          ? `[${warning}]`
          : wordsInSentence({ ...quote, label: isBare ? '' : quote.label }, language)}
      </span>
      {warning !== '' && quote !== undefined && quote.printed !== '' && (
        <span className="visually-hidden">{warning}</span>
      )}
    </PartFrame>
  )
}
