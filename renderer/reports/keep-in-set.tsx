import type { CommandInput } from '../../shared/contract/index.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { Button, Menu, type MenuEntry } from '../ui/index.ts'

type Output = CommandInput<'reportPresets.create'>['outputs'][number]

/** Keeps an output in a set, a new one or one there is. */
export function KeepInSet({ output }: { output: Output }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { data } = useQuery('reportPresets.list', {}, ['findings'])
  const sets = data?.items ?? []
  const keep = async (set: (typeof sets)[number] | null): Promise<void> => {
    const name = set?.name ?? t('reports.newPreset')
    const done =
      set === null
        ? await act('reportPresets.create', { name, outputs: [output] })
        : await act('reportPresets.update', {
            presetId: set.id,
            outputs: [...set.outputs, output],
          })
    if (done !== undefined) toastWithUndo(t('reports.kept', { name }))
  }
  const entries: MenuEntry[] = [
    ...sets.map((set) => ({ label: set.name, perform: () => void keep(set) })),
    { label: t('reports.newPreset'), perform: () => void keep(null) },
  ]
  return (
    <Menu items={entries} trigger={<Button disabled={isReadOnly}>{t('reports.keep')}</Button>} />
  )
}
