import { useLanguage, useT } from '../app/i18n.ts'
import { saveExport } from '../export/save-export.ts'
import { SaveTable } from '../export/save-table.tsx'
import type { AgreementParameters } from './agreement-data.ts'

/** The table as a file, in the language of the window. */
export function AgreementExport({ what }: { what: AgreementParameters | { runId: string } }) {
  const t = useT()
  const language = useLanguage()
  return (
    <SaveTable
      name={t('agreement.title')}
      save={(format, words) => saveExport('export.agreement', { ...what, format, language }, words)}
    />
  )
}
