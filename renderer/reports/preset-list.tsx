import { FolderOutput, X } from 'lucide-react'
import { useState } from 'react'
import type { ReportPreset } from '../../shared/contract/reports.ts'
import { act, callApp, useQuery } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { showTask } from '../app/work.ts'
import { askAboutLeaks } from '../leaks/ask-about-leaks.ts'
import { Button, DeleteButton, IconButton, InlineEdit } from '../ui/index.ts'

/** Sets of outputs, each made again at one stroke. */
export function PresetList() {
  const t = useT()
  const { data } = useQuery('reportPresets.list', {}, ['findings'])
  const sets = data?.items ?? []
  return (
    <section className="presets" aria-labelledby="presets-title">
      <h2 id="presets-title">{t('reports.presets')}</h2>
      {sets.length === 0 && <p>{t('reports.presetsEmpty')}</p>}
      <ul>
        {sets.map((set) => (
          <PresetItem key={set.id} set={set} />
        ))}
      </ul>
    </section>
  )
}

function PresetItem({ set }: { set: ReportPreset }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [isMaking, setMaking] = useState(false)
  const { id: presetId, name, outputs } = set
  const change = (changes: { name?: string; outputs?: ReportPreset['outputs'] }): void =>
    void act('reportPresets.update', { presetId, ...changes })
  const remove = async (): Promise<void> => {
    const done = await act('reportPresets.delete', { presetIds: [presetId] })
    if (done !== undefined) toastWithUndo(t('reports.deletedPreset', { name }))
  }
  const make = async (): Promise<void> => {
    const masks = await askAboutLeaks({ command: 'reports.make', input: { presetId } })
    if (masks === null) return
    const folder = await callApp('app.chooseFolder', { title: t('reports.makeTitle') })
    if (folder === null) return
    setMaking(true)
    const made = await showTask(t('reports.making'), (task) =>
      act('reports.make', { presetId, folder, task, masks }),
    )
    setMaking(false)
    if (made === undefined) return
    const failed = made.items.filter(({ ok }) => !ok)
    toast({
      text: t('reports.made', { count: made.items.length - failed.length }),
      hint:
        failed.length === 0
          ? folder
          : t('reports.notMade', { count: failed.length, problem: failed[0]?.problem ?? '' }),
      ...(failed.length === 0 ? {} : { tone: 'error' as const }),
      action: {
        label: t('export.showInFolder'),
        perform: () => void callApp('app.showInFolder', { path: made.items[0]?.path ?? folder }),
      },
    })
  }
  return (
    <li className="preset">
      <div className="preset-head">
        <InlineEdit
          label={t('reports.presetName')}
          value={name}
          onSave={(next) => next !== '' && change({ name: next })}
        />
        <DeleteButton
          label={t('reports.deletePreset', { name })}
          disabled={isReadOnly}
          onClick={() => void remove()}
        />
      </div>
      <ul className="preset-outputs">
        {outputs.map((output, at) => (
          <li key={at}>
            <span>
              {output.name}.{output.input.format}
            </span>
            <IconButton
              icon={X}
              size="small"
              label={t('reports.takeOut', { name: output.name })}
              disabled={isReadOnly || outputs.length === 1}
              onClick={() => change({ outputs: outputs.filter((_, index) => index !== at) })}
            />
          </li>
        ))}
      </ul>
      <Button size="small" icon={FolderOutput} disabled={isMaking} onClick={() => void make()}>
        {t('reports.make')}
      </Button>
    </li>
  )
}
