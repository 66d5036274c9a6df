import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import type { Term } from '../../../shared/model/institution.ts'
import { aliasesFromText } from '../../codes/page/aliases-from-text.ts'
import { InlineEdit } from '../../ui/index.ts'

/** A term with its other forms and what it usually stands for. */
export function TermFields({ term }: { term: Term }) {
  const t = useT()
  const { id: termId } = term
  return (
    <div className="term-fields">
      <InlineEdit
        className="finding-title"
        label={t('analysis.term')}
        value={term.term}
        onSave={(next) => next !== '' && void act('terms.update', { termId, term: next })}
      />
      <label className="finding-standpoint">
        <span>{t('analysis.variants')}</span>
        <InlineEdit
          label={t('analysis.variants')}
          placeholder={t('analysis.variantsPlaceholder')}
          value={term.variants.join(', ')}
          onSave={(written) =>
            void act('terms.update', { termId, variants: aliasesFromText(written) })
          }
        />
      </label>
      <InlineEdit
        isLong
        className="finding-note"
        label={t('analysis.termNote')}
        placeholder={t('analysis.termNote')}
        value={term.note}
        onSave={(note) => void act('terms.update', { termId, note })}
      />
    </div>
  )
}
