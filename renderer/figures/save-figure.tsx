import { useState } from 'react'
import type { FigureSpec } from '../../shared/analysis/figures/figure.ts'
import type { FigurePreset } from '../../shared/analysis/figures/inks.ts'
import { figureFormats } from '../../shared/contract/figures.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { fileName } from '../export/file-name.ts'
import { saveExport } from '../export/save-export.ts'
import { Button, Select } from '../ui/index.ts'

interface Props {
  figure: FigureSpec
  preset: FigurePreset
  caption: string
  altText: string
}

/** Saves the figure with its words, after what could tell who somebody is has been decided about. */
export function SaveFigure({ figure, preset, caption, altText }: Props) {
  const t = useT()
  const language = useLanguage()
  const { title } = useProject()
  const [format, setFormat] = useState<(typeof figureFormats)[number]>('svg')
  const [withCaption, setWithCaption] = useState(true)
  const [isSaving, setSaving] = useState(false)
  const save = async (): Promise<void> => {
    setSaving(true)
    const input = { figure, format, language, preset, caption, altText, withCaption }
    await saveExport('export.figure', input, {
      title: t('figures.saveTitle'),
      fileName: fileName(title, t(`figures.kind.${figure.kind}`)),
      extension: format,
      kind: t(`figures.formats.${format}`),
      saving: t('figures.saving'),
      saved: () => t('figures.saved'),
    })
    setSaving(false)
  }
  return (
    <div className="figure-bar">
      <label className="matrix-check">
        <input
          type="checkbox"
          checked={withCaption}
          onChange={(event) => setWithCaption(event.target.checked)}
        />
        {t('figures.withCaption')}
      </label>
      <Select
        aria-label={t('figures.format')}
        value={format}
        options={figureFormats.map((value) => ({ value, label: t(`figures.formats.${value}`) }))}
        onValue={setFormat}
      />
      <Button variant="primary" disabled={isSaving} onClick={() => void save()}>
        {t('figures.save')}
      </Button>
    </div>
  )
}
