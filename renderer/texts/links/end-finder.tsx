import { useMemo } from 'react'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { Finder } from './finder.tsx'
import { endKey } from './link-ends.ts'
import type { EndOption } from './link-ends.ts'

interface Props {
  ends: readonly EndOption[]
  onPick: (end: LinkEnd) => void
  /** Given the title of a text that is to be registered; without it only what is there is found. */
  onNew?: (title: string) => void
  onClose: () => void
}

/** Finds the end of a link among texts, clauses, steps and actors, or names a text that is new. */
export function EndFinder({ ends, onPick, onNew, onClose }: Props) {
  const t = useT()
  const options = useMemo(
    () =>
      ends.map(({ ref, label, otherNames }) => ({
        key: endKey(ref),
        label,
        otherNames,
        ...(ref.type === 'text' ? {} : { detail: t(`links.end_${ref.type}`) }),
      })),
    [ends, t],
  )
  return (
    <Finder
      label={t('links.otherEnd')}
      placeholder={t('links.otherEndPlaceholder')}
      options={options}
      {...(onNew === undefined
        ? {}
        : { newLabel: (name: string) => t('links.newText', { name }), onNew })}
      onPick={(key) => {
        const end = ends.find(({ ref }) => endKey(ref) === key)
        if (end !== undefined) onPick(end.ref)
      }}
      onClose={onClose}
    />
  )
}
