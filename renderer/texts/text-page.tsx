import { ScrollText } from 'lucide-react'
import { useT } from '../app/i18n.ts'
import { EmptyState } from '../ui/index.ts'
import { LinkList } from './links/link-list.tsx'
import { ActivationList } from './page/text-activations.tsx'
import { TextAbout } from './page/text-about.tsx'
import { TextClauses } from './page/text-clauses.tsx'
import { TextHeader } from './page/text-header.tsx'
import { TextMentions } from './page/text-mentions.tsx'
import { TextSection } from './page/text-section.tsx'
import { TextUses } from './page/text-uses.tsx'
import { TextVersions } from './page/text-versions.tsx'
import { useTexts } from './text-data.ts'
import './page/text-page.css'

/** Kinds of uses that have a part of their own on the page. */
const shownAbove = ['link', 'clause', 'activation', 'textVersion']

/** The whole record of a text, edited where it stands. */
export function TextPage({ textId }: { textId: string }) {
  const t = useT()
  const { texts, words, isReady } = useTexts()
  const text = texts.find(({ id }) => id === textId)
  if (text === undefined) {
    if (!isReady) return <div className="text-page" />
    return (
      <div className="text-page">
        <EmptyState icon={ScrollText} title={t('texts.notFound')}>
          {t('texts.notFoundHint')}
        </EmptyState>
      </div>
    )
  }
  const thing = { type: 'text', id: textId } as const
  return (
    <div className="text-page" tabIndex={-1}>
      <div key={textId} className="text-page-sheet">
        <TextHeader text={text} />
        <TextAbout text={text} words={words} />
        <TextVersions text={text} />
        <TextClauses textId={textId} />
        <TextSection title={t('texts.links')} count={text.links}>
          <LinkList thing={thing} />
        </TextSection>
        <TextSection
          title={t('texts.activations')}
          count={text.activations}
          hint={t('texts.activationsHint')}
        >
          <ActivationList about={{ textId }} />
        </TextSection>
        <TextMentions text={text} />
        <TextSection title={t('texts.whereUsed')}>
          <TextUses thing={thing} without={shownAbove} />
        </TextSection>
      </div>
    </div>
  )
}
