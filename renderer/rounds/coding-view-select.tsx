import { Users } from 'lucide-react'
import { codingViews } from '../../shared/model/rounds.ts'
import { useT } from '../app/i18n.ts'
import { Select } from '../ui/index.ts'
import { lookAt, useCodingView, useHasPartners, viewLabels } from './coding-view.ts'

/** Chooses whose codings are looked at. Who works alone does not see it. */
export function CodingViewSelect({ className }: { className?: string }) {
  const t = useT()
  const view = useCodingView()
  if (!useHasPartners()) return null
  return (
    <Select
      isQuiet
      {...(className === undefined ? {} : { className })}
      aria-label={t('rounds.view.label')}
      title={t('rounds.view.label')}
      value={view}
      options={codingViews.map((value) => ({ value, label: t(viewLabels[value]) }))}
      onValue={lookAt}
    />
  )
}

/** Says, as long as codings are left out, which ones are looked at; a click shows all again. */
export function CodingViewNote() {
  const t = useT()
  const view = useCodingView()
  if (view === 'all') return null
  return (
    <button
      type="button"
      className="status-bar-settle"
      title={t('rounds.view.back')}
      onClick={() => lookAt('all')}
    >
      <Users size={13} strokeWidth={1.75} aria-hidden />
      {t(`rounds.view.${view}Status`)}
    </button>
  )
}
