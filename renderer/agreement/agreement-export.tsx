import { useState } from 'react'
import { tableFormats } from '../../shared/contract/tables.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { fileName } from '../export/file-name.ts'
import { saveExport } from '../export/save-export.ts'
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
    setSaving(true)
    await saveExport(
      'export.agreement',
      { ...what, format, language },
      {
        title: t('analysis.saveTitle'),
        fileName: fileName(project?.title ?? '', t('agreement.title')),
        extension: format,
        kind: t(`export.format_${format}`),
        saving: t('analysis.saving'),
        saved: ({ rows }) => t('analysis.saved', { count: rows }),
      },
    )
    setSaving(false)
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
