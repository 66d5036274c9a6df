import { useMemo, useRef, useState } from 'react'
import type { Drawing } from '../../../shared/analysis/map/drawing.ts'
import { isReadable } from '../../../shared/analysis/map/page.ts'
import type { Picture } from '../../../shared/analysis/map/picture.ts'
import { planSheets } from '../../../shared/analysis/map/sheets.ts'
import type { SheetChoice } from '../../../shared/analysis/map/sheets.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { FormDialog } from '../../ui/index.ts'

interface Props {
  drawing: Drawing
  picture: Picture
  onSave: (choice: SheetChoice) => void
  onClose: () => void
}

/** How a map is put on paper, each way with the size that its letters come out in. */
export function PdfDialog({ drawing, picture, onSave, onClose }: Props) {
  const t = useT()
  const { number } = useFormat()
  const first = useRef<HTMLInputElement>(null)
  const ways = useMemo(() => waysOnPaper(drawing, picture), [drawing, picture])
  const [chosen, setChosen] = useState(() => ways.find(({ points }) => isReadable(points))?.key)
  const way = ways.find(({ key }) => key === chosen) ?? ways[0]
  if (way === undefined) return null
  return (
    <FormDialog
      title={t('maps.pdfTitle')}
      description={t('maps.printHint')}
      submitLabel={t('maps.pdfSave')}
      isReady
      initialFocus={first}
      onSubmit={() => {
        onSave(way.choice)
        onClose()
      }}
      onClose={onClose}
    >
      <fieldset className="map-paper-ways">
        <legend className="visually-hidden">{t('maps.onPaper')}</legend>
        {ways.map(({ key, choice, count, points }) => (
          <label key={key}>
            <input
              ref={key === way.key ? first : undefined}
              type="radio"
              name="paper"
              checked={key === way.key}
              onChange={() => setChosen(key)}
            />
            <span className="map-paper-way">
              {t('maps.sheetsOf', { count, paper: choice.paper })}
            </span>
            <span className={isReadable(points) ? '' : 'is-small'}>
              {t(isReadable(points) ? 'maps.lettersOf' : 'maps.lettersSmall', {
                points: number(Math.round(points * 10) / 10),
              })}
            </span>
          </label>
        ))}
      </fieldset>
      {way.count > 1 && <p className="field-hint">{t('maps.sheetsHint')}</p>}
    </FormDialog>
  )
}

interface WayOnPaper {
  key: string
  choice: SheetChoice
  count: number
  points: number
}

/** One sheet of A4, several where that would be hard to read, and A3. */
function waysOnPaper(drawing: Drawing, picture: Picture): WayOnPaper[] {
  return (['A4', 'A3'] as const).flatMap((paper) => {
    const ways = (['one', 'several'] as const).map((sheets): WayOnPaper => {
      const choice = { paper, sheets }
      const plan = planSheets(drawing, picture, choice)
      const count = plan.sheets === 'whole' ? 1 : plan.sheets.length
      return { key: `${paper} ${sheets}`, choice, count, points: plan.points }
    })
    const [one, several] = ways
    if (one === undefined || several === undefined) return []
    return isReadable(one.points) || several.count === 1 ? [one] : ways
  })
}
