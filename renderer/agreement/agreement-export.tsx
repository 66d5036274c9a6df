import { useState } from 'react'
import { tableFormats } from '../../shared/contract/tables.ts'
import { act, callApp, useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { showWork } from '../app/work.ts'
import { fileName } from '../export/file-name.ts'
import { Button, Select } from '../ui/index.ts'
import type { AgreementParameters } from './agreement-data.ts'

/** The table as a file, in the language of the window. */
export function AgreementExport({ what }: { what: AgreementParameters | { runId: string } }) {
  const t = useT()
  const language = useLanguage()
  const [format, setFormat] = useState<(typeof tableFormats)[number]>('docx')
  const [isSaving, setSaving] = useState(false)
  const { data: project } = useQuery('project.info', {}, ['project'])
  const save = async (): Promise<void> => {
    const path = await callApp('app.chooseSave', {
      title: t('analysis.saveTitle'),
      defaultName: `${fileName(project?.title ?? '', t('agreement.title'))}.${format}`,
      filters: [{ name: t(`export.format_${format}`), extensions: [format] }],
    })
    if (path === null) return
    setSaving(true)
    const saved = await showWork(
      t('analysis.saving'),
      act('export.agreement', { ...what, format, path, language }),
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
    <>
      <Select
        aria-label={t('analysis.format')}
        value={format}
        options={tableFormats.map((value) => ({ value, label: t(`export.format_${value}`) }))}
        onValue={setFormat}
      />
      <Button variant="primary" disabled={isSaving} onClick={() => void save()}>
        {t('analysis.save')}
      </Button>
    </>
  )
}
