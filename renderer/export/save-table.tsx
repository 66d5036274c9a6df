import { useState } from 'react'
import { tableFormats } from '../../shared/contract/tables.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { Button, Select } from '../ui/index.ts'
import { fileName } from './file-name.ts'

export type TableFormat = (typeof tableFormats)[number]

/** What the dialog and the messages of a saved table say. */
interface TableWords {
  title: string
  fileName: string
  extension: TableFormat
  kind: string
  saving: string
  saved: (answer: { rows: number }) => string
}

interface Props {
  /** What the table is called. */
  name: string
  /** The format that is offered first. */
  first?: TableFormat
  isDisabled?: boolean
  /** Whether saving is not what the page is for. */
  isPlain?: boolean
  save: (format: TableFormat, words: TableWords) => Promise<void>
}

/** The format of a table, and the button that saves it in that. */
export function SaveTable({ name, first = 'docx', isDisabled, isPlain, save }: Props) {
  const t = useT()
  const { title } = useProject()
  const [format, setFormat] = useState(first)
  const [isSaving, setSaving] = useState(false)
  const begin = async (): Promise<void> => {
    setSaving(true)
    await save(format, {
      title: t('analysis.saveTitle'),
      fileName: fileName(title, name),
      extension: format,
      kind: t(`export.format_${format}`),
      saving: t('analysis.saving'),
      saved: ({ rows }) => t('analysis.saved', { count: rows }),
    })
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
      <Button
        {...(isPlain === true ? {} : { variant: 'primary' })}
        disabled={isDisabled === true || isSaving}
        onClick={() => void begin()}
      >
        {t('analysis.save')}
      </Button>
    </>
  )
}
