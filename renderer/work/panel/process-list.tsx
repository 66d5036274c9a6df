import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { MouseEvent } from 'react'
import type { Process } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView, select, useWorkspace } from '../../app/workspace.ts'
import { openContextMenu } from '../../ui/index.ts'
import { EvidenceMark } from '../evidence-mark.tsx'
import { focusField } from '../focus-field.ts'
import { useDeletion } from '../use-deletion.tsx'
import { deleteProcess, makeMap, makeVariant } from '../work-acts.ts'
import { processName, useSteps } from '../work-data.ts'

/** Processes grouped by name: those of one name are variants and perspectives of one another. */
export function ProcessList({ processes }: { processes: readonly Process[] }) {
  const [askDelete, dialog] = useDeletion()
  const groups = Map.groupBy(processes, (process) => process.name)
  return (
    <ul className="work-list">
      {[...groups].map(([name, members]) =>
        members.length === 1 && members[0] !== undefined ? (
          <ProcessRow key={members[0].id} process={members[0]} isAlone askDelete={askDelete} />
        ) : (
          <li key={`group-${name}`}>
            <span className="work-group">{name}</span>
            <ul className="work-list work-list-below">
              {members.map((process) => (
                <ProcessRow
                  key={process.id}
                  process={process}
                  isAlone={false}
                  askDelete={askDelete}
                />
              ))}
            </ul>
          </li>
        ),
      )}
      {dialog !== null && <li>{dialog}</li>}
    </ul>
  )
}

interface RowProps {
  process: Process
  isAlone: boolean
  askDelete: ReturnType<typeof useDeletion>[0]
}

function ProcessRow({ process, isAlone, askDelete }: RowProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [isOpen, setOpen] = useState(false)
  const isShown = useWorkspace((state) =>
    state.groups.some((group) =>
      group.tabs.some(
        ({ id, view }) => id === group.front && view.type === 'process' && view.id === process.id,
      ),
    ),
  )
  const Twisty = isOpen ? ChevronDown : ChevronRight
  const perspective = t(`institution.perspective.${process.perspective}`)
  const remove = (): void =>
    void askDelete(
      { type: 'process', id: process.id },
      processName(process),
      () => void deleteProcess(process),
    )
  const rename = (): void => {
    openView({ type: 'process', id: process.id })
    focusField(`#process-${process.id} .process-name-edit`)
  }
  const showMenu = (event: MouseEvent): void =>
    openContextMenu(event, [
      { label: t('ui.open'), perform: () => openView({ type: 'process', id: process.id }) },
      {
        label: t('ui.openBeside'),
        perform: () => openView({ type: 'process', id: process.id }, { beside: true }),
      },
      { label: t('ui.rename'), shortcut: 'F2', isDisabled: isReadOnly, perform: rename },
      'separator',
      {
        label: t('work.newVariant'),
        isDisabled: isReadOnly,
        perform: () => void makeVariant(process),
      },
      {
        label: t('work.makeMap'),
        isDisabled: isReadOnly,
        perform: () => void makeMap(processName(process), [process.id]),
      },
      'separator',
      { label: t('work.deleteProcess'), isDanger: true, isDisabled: isReadOnly, perform: remove },
    ])
  return (
    <li>
      <div className={isShown ? 'work-row is-shown' : 'work-row'} onContextMenu={showMenu}>
        <button
          type="button"
          className="work-twisty"
          aria-expanded={isOpen}
          aria-label={t('work.showSteps', { name: processName(process) })}
          onClick={() => setOpen(!isOpen)}
        >
          <Twisty size={14} strokeWidth={1.75} aria-hidden />
        </button>
        <button
          type="button"
          className="work-row-open"
          aria-current={isShown ? 'page' : undefined}
          onClick={(event) =>
            openView(
              { type: 'process', id: process.id },
              { beside: event.ctrlKey || event.metaKey },
            )
          }
          onKeyDown={(event) => {
            if (event.key === 'Delete' && !isReadOnly) remove()
            if (event.key === 'F2' && !isReadOnly) rename()
            if (event.key === 'ArrowRight') setOpen(true)
            if (event.key === 'ArrowLeft') setOpen(false)
          }}
        >
          <span className="work-row-name">
            {isAlone ? process.name : process.variant === '' ? perspective : process.variant}
          </span>
          <span className="work-row-meta">
            {isAlone && process.variant !== '' && `${process.variant} · `}
            {(isAlone || process.variant !== '') && perspective}
          </span>
          <span className="work-row-count">{process.steps}</span>
        </button>
      </div>
      {isOpen && <StepsBelow processId={process.id} />}
    </li>
  )
}

function StepsBelow({ processId }: { processId: string }) {
  const steps = useSteps(processId)?.filter((step) => step.mergedIntoId === null)
  const selection = useWorkspace((state) => state.selection)
  return (
    <ol className="work-list work-list-below">
      {steps?.map((step, index) => (
        <li key={step.id}>
          <button
            type="button"
            className={
              selection.type === 'step' && selection.id === step.id
                ? 'work-row work-step is-selected'
                : 'work-row work-step'
            }
            onClick={() => {
              openView({ type: 'process', id: processId })
              select({ type: 'step', id: step.id })
            }}
          >
            <span className="work-step-number">{index + 1}</span>
            <span className="work-row-name">{step.action}</span>
            {step.state !== 'supported' && <EvidenceMark of={step} isMarkOnly />}
          </button>
        </li>
      ))}
    </ol>
  )
}
