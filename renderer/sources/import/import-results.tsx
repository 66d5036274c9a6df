import { Check, CircleAlert, Copy } from 'lucide-react'
import type { ImportedFile } from '../../../shared/contract/sources.ts'
import { failureText } from '../../../shared/i18n/index.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { noteText } from './import-notes.ts'
import { fileName } from './import-plan.ts'

/** What came of each file, when not all of them went in plainly. */
export function ImportResults({
  results,
  onDone,
}: {
  results: ImportedFile[]
  onDone: () => void
}) {
  const t = useT()
  const sources = results.flatMap((item) => item.sourceIds).length
  const failed = results.filter((item) => !item.ok && item.duplicateOf === null).length
  const skipped = results.filter((item) => item.duplicateOf !== null && item.sourceIds.length === 0)
  const summary = [
    sources > 0 ? t('importing.doneCount', { count: sources }) : t('importing.doneNothing'),
    failed > 0 ? t('importing.failedCount', { count: failed }) : '',
    skipped.length > 0 ? t('importing.skippedCount', { count: skipped.length }) : '',
  ]
  return (
    <Dialog
      title={t('importing.doneTitle')}
      description={`${summary.filter(Boolean).join('. ')}.`}
      onClose={onDone}
      footer={
        <Button variant="primary" onClick={onDone}>
          {t(sources > 0 ? 'importing.openFirst' : 'ui.close')}
        </Button>
      }
    >
      <ul className="import-results">
        {results.map((item) => (
          <ResultLine key={item.path} item={item} />
        ))}
      </ul>
    </Dialog>
  )
}

function ResultLine({ item }: { item: ImportedFile }) {
  const t = useT()
  const language = useLanguage()
  const isSkipped = item.duplicateOf !== null && item.sourceIds.length === 0
  const words = item.error === null ? null : failureText(language, item.error)
  return (
    <li className="import-result">
      {item.ok && !isSkipped && <Check size={15} className="import-good" aria-hidden />}
      {isSkipped && <Copy size={15} className="import-same" aria-hidden />}
      {!item.ok && !isSkipped && <CircleAlert size={15} className="import-bad" aria-hidden />}
      <div>
        <b>{fileName(item.path)}</b>
        {words !== null && (
          <p>
            {words.message} <span className="import-quiet">{words.hint}</span>
          </p>
        )}
        {words === null && isSkipped && <p>{t('importing.duplicateShort')}</p>}
        {item.notes.length > 0 && (
          <p className="import-quiet">{item.notes.map((note) => noteText(t, note)).join(' · ')}</p>
        )}
      </div>
    </li>
  )
}
