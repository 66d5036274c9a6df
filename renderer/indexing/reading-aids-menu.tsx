import { Glasses } from 'lucide-react'
import { useT } from '../app/i18n.ts'
import { IconButton, Menu } from '../ui/index.ts'
import { toggleAid, useReadingAids } from './reading-aids.ts'

/** Switches what stands beside and in the text. */
export function ReadingAidsMenu() {
  const t = useT()
  const aids = useReadingAids()
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={Glasses} size="small" label={t('indexing.aids')} noTooltip />}
      items={[
        {
          label: t('indexing.questions.toggle'),
          isChecked: aids.questions,
          perform: () => toggleAid('questions'),
        },
        {
          label: t('indexing.watch.toggle'),
          isChecked: aids.watchList,
          perform: () => toggleAid('watchList'),
        },
      ]}
    />
  )
}
