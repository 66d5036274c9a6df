import { useId } from 'react'
import { useT } from '../../app/i18n.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { InlineEdit } from '../../ui/index.ts'
import { updateCodes } from '../code-acts.ts'
import { CodeExamples } from './code-examples.tsx'
import { aliasesFromText } from './aliases-from-text.ts'

const longFields = ['definition', 'whenToUse', 'whenNotToUse'] as const

/** What the code means; every field is written where it stands. */
export function CodeAbout({ code }: { code: Code }) {
  const t = useT()
  return (
    <section className="code-about" aria-label={t('codes.about')}>
      {longFields.map((field) => (
        <AboutField key={field} label={t(`codes.${field}`)} isWide={field === 'definition'}>
          <InlineEdit
            key={code.id}
            isLong
            className="code-about-edit"
            label={t(`codes.${field}`)}
            value={code[field]}
            placeholder={t(`codes.${field}Hint`)}
            onSave={(value) => void updateCodes([code.id], { [field]: value })}
          />
        </AboutField>
      ))}
      <AboutField label={t('codes.aliases')} isWide>
        <InlineEdit
          key={code.id}
          className="code-about-edit"
          label={t('codes.aliases')}
          value={code.aliases.join(', ')}
          placeholder={t('codes.aliasesHint')}
          onSave={(value) => void updateCodes([code.id], { aliases: aliasesFromText(value) })}
        />
      </AboutField>
      <AboutField label={t('codes.examples')} isWide>
        <CodeExamples code={code} />
      </AboutField>
    </section>
  )
}

interface AboutFieldProps {
  label: string
  isWide: boolean
  children: React.ReactNode
}

function AboutField({ label, isWide, children }: AboutFieldProps) {
  const id = useId()
  return (
    <div className={isWide ? 'code-about-field is-wide' : 'code-about-field'}>
      <h2 id={id}>{label}</h2>
      {children}
    </div>
  )
}
