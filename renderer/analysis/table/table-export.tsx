import { Copy } from 'lucide-react'
import { useState } from 'react'
import { tableFormats } from '../../../shared/contract/tables.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import type { Language } from '../../app/i18n.ts'
import type { TableName } from '../../app/views.ts'
import { fileName } from '../../export/file-name.ts'
import { saveExport } from '../../export/save-export.ts'
import { Button, Segmented, Select } from '../../ui/index.ts'

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
  const [format, setFormat] = useState<(typeof tableFormats)[number]>('docx')
  const [isSaving, setSaving] = useState(false)
  const { data: project } = useQuery('project.info', {}, ['project'])
  const save = async (): Promise<void> => {
    setSaving(true)
    await saveExport(
      'export.table',
      { table, format, language },
      {
        title: t('analysis.saveTitle'),
        fileName: fileName(project?.title ?? '', title),
        extension: format,
        kind: t(`export.format_${format}`),
        saving: t('analysis.saving'),
        saved: ({ rows }) => t('analysis.saved', { count: rows }),
      },
    )
    setSaving(false)
  }
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
      <Select
        aria-label={t('analysis.format')}
        value={format}
        options={tableFormats.map((value) => ({ value, label: t(`export.format_${value}`) }))}
        onValue={setFormat}
      />
      <Button variant="primary" disabled={isEmpty || isSaving} onClick={() => void save()}>
        {t('analysis.save')}
      </Button>
    </div>
  )
}
