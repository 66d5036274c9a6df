import { Ellipsis, Map as MapIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Process } from '../../../shared/model/institution.ts'
import { perspectives } from '../../../shared/model/institution-kinds.ts'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly, useProject } from '../../app/session.ts'
import { Button, IconButton, InlineEdit, Menu, Select } from '../../ui/index.ts'
import { useDeletion } from '../use-deletion.tsx'
import { deleteProcess, makeMap, makeVariant } from '../work-acts.ts'
import { processName } from '../work-data.ts'
import { saveTableMenu } from './save-table.ts'

/** Name, perspective, variant, anchor and note of a process, and what can be made of it. */
export function ProcessHeader({ process, children }: { process: Process; children: ReactNode }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const project = useProject()
  const [askDelete, dialog] = useDeletion()
  const { id: processId } = process
  const name = processName(process)
  const update = (fields: Partial<Pick<Process, 'name' | 'variant' | 'anchor' | 'note'>>): void =>
    void act('processes.update', { processId, ...fields })
  return (
    <header className="process-header">
      <div className="process-name">
        <h1>
          <InlineEdit
            key={processId}
            className="process-name-edit"
            label={t('work.name')}
            value={process.name}
            onSave={(words) => words !== '' && update({ name: words })}
          />
        </h1>
        <Button
          icon={MapIcon}
          disabled={isReadOnly}
          onClick={() => void makeMap(name, [processId])}
        >
          {t('work.makeMap')}
        </Button>
        <Menu
          align="end"
          trigger={<IconButton icon={Ellipsis} label={t('work.moreActs')} noTooltip />}
          items={[
            {
              label: t('work.newVariant'),
              isDisabled: isReadOnly,
              perform: () => void makeVariant(process),
            },
            {
              label: t('work.saveTable'),
              items: saveTableMenu(processId, name, project.title),
            },
            'separator',
            {
              label: t('work.deleteProcess'),
              isDanger: true,
              isDisabled: isReadOnly,
              perform: () =>
                void askDelete(
                  { type: 'process', id: processId },
                  name,
                  () => void deleteProcess(process),
                ),
            },
          ]}
        />
      </div>
      <div className="process-facts">
        <label>
          <span>{t('work.perspective')}</span>
          <Select
            isQuiet
            disabled={isReadOnly}
            title={t(`work.perspectiveHint.${process.perspective}`)}
            value={process.perspective}
            options={perspectives.map((value) => ({
              value,
              label: t(`institution.perspective.${value}`),
            }))}
            onValue={(perspective) => void act('processes.update', { processId, perspective })}
          />
        </label>
        <label>
          <span>{t('work.variant')}</span>
          <InlineEdit
            className="process-variant"
            label={t('work.variant')}
            placeholder={t('work.variantPlaceholder')}
            value={process.variant}
            onSave={(variant) => update({ variant })}
          />
        </label>
        <label className="is-wide">
          <span>{t('work.anchor')}</span>
          <InlineEdit
            className="process-anchor"
            label={t('work.anchor')}
            placeholder={t('work.anchorPlaceholder')}
            value={process.anchor}
            onSave={(anchor) => update({ anchor })}
          />
        </label>
        <label className="is-wide">
          <span>{t('work.note')}</span>
          <InlineEdit
            isLong
            className="process-note"
            label={t('work.note')}
            placeholder={t('work.notePlaceholder')}
            value={process.note}
            onSave={(note) => update({ note })}
          />
        </label>
      </div>
      {children}
      {dialog}
    </header>
  )
}
