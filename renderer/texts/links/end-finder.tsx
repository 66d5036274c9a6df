import { useMemo } from 'react'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { Finder } from './finder.tsx'
import { endKey } from './link-ends.ts'
import type { EndOption } from './link-ends.ts'

interface Props {
  ends: readonly EndOption[]
  /** Only among those that are there. */
  isFixed?: boolean
  onPick: (end: LinkEnd) => void
  onClose: () => void
}

/** Finds the end of a link among texts, clauses, steps and actors; registers a text that is new. */
export function EndFinder({ ends, isFixed, onPick, onClose }: Props) {
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
  const register = async (title: string): Promise<void> => {
    const text = await act('texts.create', { title })
    if (text !== undefined) onPick({ type: 'text', id: text.id })
  }
  return (
    <Finder
      label={t('links.otherEnd')}
      placeholder={t('links.otherEndPlaceholder')}
      options={options}
      {...(isFixed === true
        ? {}
        : {
            newLabel: (name: string) => t('links.newText', { name }),
            onNew: (name: string) => void register(name),
          })}
      onPick={(key) => {
        const end = ends.find(({ ref }) => endKey(ref) === key)
        if (end !== undefined) onPick(end.ref)
      }}
      onClose={onClose}
    />
  )
}
