import { Copy } from 'lucide-react'
import { useState } from 'react'
import { tableFormats } from '../../../shared/contract/tables.ts'
import { act, callApp, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import type { Language } from '../../app/i18n.ts'
import { toast } from '../../app/toast.ts'
import type { TableName } from '../../app/views.ts'
import { showTask } from '../../app/work.ts'
import { fileName } from '../../export/file-name.ts'
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
    const path = await callApp('app.chooseSave', {
      title: t('analysis.saveTitle'),
      defaultName: `${fileName(project?.title ?? '', title)}.${format}`,
      filters: [{ name: t(`export.format_${format}`), extensions: [format] }],
    })
    if (path === null) return
    setSaving(true)
    const saved = await showTask(t('analysis.saving'), (task) =>
      act('export.table', { table, format, path, language, task }),
    )
    setSaving(false)
    if (saved === undefined) return
    toast({
      text: t('analysis.saved', { count: saved.rows }),
      hint: saved.path,
      action: {
        label: t('export.showInFolder'),
        perform: () => void callApp('app.showInFolder', { path: saved.path }),
      },
    })
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
