import { CornerUpLeft } from 'lucide-react'
import type { Quote } from '../../shared/contract/quotes.ts'
import { useT } from '../app/i18n.ts'
import { openPassage } from '../codes/code-acts.ts'
import { IconButton } from '../ui/index.ts'

/** From a quote to its passage, with Ctrl beside; nothing where the passage is gone. */
export function OpenPassage({ quote }: { quote: Quote }) {
  const t = useT()
  if (quote.asSaid === '') return null
  return (
    <IconButton
      size="small"
      icon={CornerUpLeft}
      label={t('quotes.openPassage')}
      onClick={(event) => void openPassage(quote.passageId, event.ctrlKey || event.metaKey)}
    />
  )
}
