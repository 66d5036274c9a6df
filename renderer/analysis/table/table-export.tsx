import { Copy } from 'lucide-react'
import { useT } from '../../app/i18n.ts'
import type { Language } from '../../app/i18n.ts'
import type { TableName } from '../../app/views.ts'
import { saveExport } from '../../export/save-export.ts'
import { SaveTable } from '../../export/save-table.tsx'
import { Button, Segmented } from '../../ui/index.ts'

interface Props {
  table: TableName
  /** Of the table, in its language. */
  title: string
  language: Language
  isEmpty: boolean
  onLanguage: (language: Language) => void
  onCopy: () => void
}

/** Language of the table, and the ways out of the window: a file, or the clipboard. */
export function TableExport({ table, title, language, isEmpty, onLanguage, onCopy }: Props) {
  const t = useT()
  return (
    <div className="table-export">
      <Segmented
        label={t('analysis.exportLanguage')}
        value={language}
        options={[
          { value: 'nb', label: 'Norsk' },
          { value: 'en', label: 'English' },
        ]}
        onValue={onLanguage}
      />
      <Button icon={Copy} disabled={isEmpty} onClick={onCopy}>
        {t('analysis.copy')}
      </Button>
      <SaveTable
        name={title}
        isDisabled={isEmpty}
        save={(format, words) => saveExport('export.table', { table, format, language }, words)}
      />
    </div>
  )
}
