import { Check, CircleAlert, Copy, LoaderCircle, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { closeDialog } from '../../app/dialogs.ts'
import { useT } from '../../app/i18n.ts'
import { toast } from '../../app/toast.ts'
import { openView, select } from '../../app/workspace.ts'
import type { ImportedFile } from '../../../shared/contract/sources.ts'
import { Button, Dialog, IconButton } from '../../ui/index.ts'
import { chooseFiles } from './choose-files.ts'
import { FileDetails } from './file-details.tsx'
import { fileName, isImportable } from './import-plan.ts'
import type { PlannedFile } from './import-plan.ts'
import { ImportResults } from './import-results.tsx'
import './import.css'
import { useImport } from './use-import.ts'

/** What the files would give, and what is to be done with each. */
export function ImportDialog({ paths, folderId }: { paths: string[]; folderId: string | null }) {
  const t = useT()
  const course = useImport(paths, folderId)
  const [chosenPath, setChosenPath] = useState(paths[0] ?? '')
  const button = useRef<HTMLButtonElement>(null)
  const { files, phase } = course
  const chosen = files.find((file) => file.path === chosenPath) ?? files[0]
  const ready = files.filter(isImportable).length
  const isReading = files.some((file) => file.isReading)

  const start = async (): Promise<void> => {
    const results = await course.start()
    const isPlain = results.every((item) => item.ok && item.sourceIds.length > 0)
    if (isPlain && results.length > 0) finish(results)
  }
  const finish = (results: readonly ImportedFile[]): void => {
    closeDialog()
    const sourceIds = results.flatMap((item) => item.sourceIds)
    const [first] = sourceIds
    if (first === undefined) return
    openView({ type: 'source', id: first })
    select({ type: 'source', id: first })
    toast({ text: t('importing.doneCount', { count: sourceIds.length }) })
  }
  if (phase === 'done') {
    return <ImportResults results={course.results} onDone={() => finish(course.results)} />
  }
  return (
    <Dialog
      title={t('importing.titleCount', { count: files.length })}
      width={files.length > 1 ? 'wide' : 'normal'}
      onClose={phase === 'running' ? () => void course.stop() : closeDialog}
      initialFocus={button}
      footer={
        phase === 'running' ? (
          <RunningFoot course={course} />
        ) : (
          <>
            <Button
              variant="quiet"
              className="import-add"
              onClick={() => void chooseFiles().then(course.add)}
            >
              {t('importing.addFiles')}
            </Button>
            <Button variant="quiet" onClick={closeDialog}>
              {t('ui.cancel')}
            </Button>
            <Button
              ref={button}
              variant="primary"
              aria-disabled={ready === 0 || isReading}
              onClick={() => {
                if (ready > 0 && !isReading) void start()
              }}
            >
              {isReading ? t('importing.reading') : t('importing.import', { count: ready })}
            </Button>
          </>
        )
      }
    >
      <div className={files.length > 1 ? 'import-both' : 'import-one'}>
        {files.length > 1 && (
          <ul className="import-files" aria-label={t('importing.files')}>
            {files.map((file) => (
              <FileLine
                key={file.path}
                file={file}
                isChosen={file.path === chosen?.path}
                onChoose={() => setChosenPath(file.path)}
                onLeaveOut={() => course.leaveOut(file.path)}
              />
            ))}
          </ul>
        )}
        {chosen !== undefined && (
          <FileDetails
            key={chosen.path}
            file={chosen}
            isFrozen={phase === 'running'}
            onChange={(change) => course.change(chosen.path, change)}
          />
        )}
      </div>
    </Dialog>
  )
}

interface FileLineProps {
  file: PlannedFile
  isChosen: boolean
  onChoose: () => void
  onLeaveOut: () => void
}

function FileLine({ file, isChosen, onChoose, onLeaveOut }: FileLineProps) {
  const t = useT()
  const name = fileName(file.path)
  return (
    <li className={isChosen ? 'import-file import-file-chosen' : 'import-file'}>
      <button
        type="button"
        className="import-file-name"
        aria-current={isChosen}
        onClick={onChoose}
        title={file.path}
      >
        <FileSign file={file} />
        <span>{name}</span>
      </button>
      <IconButton
        icon={X}
        size="small"
        label={t('importing.remove', { name })}
        noTooltip
        onClick={onLeaveOut}
      />
    </li>
  )
}

function FileSign({ file }: { file: PlannedFile }) {
  const t = useT()
  if (file.isReading) {
    return <LoaderCircle size={14} className="import-spin" aria-label={t('importing.reading')} />
  }
  if (file.preview?.ok !== true) {
    return <CircleAlert size={14} className="import-bad" aria-label={t('importing.cannot')} />
  }
  if (!isImportable(file)) {
    return <Copy size={14} className="import-same" aria-label={t('importing.duplicateShort')} />
  }
  return <Check size={14} className="import-good" aria-hidden />
}

function RunningFoot({ course }: { course: ReturnType<typeof useImport> }) {
  const t = useT()
  const { done, total, label } = course.progress
  return (
    <>
      <div className="import-progress">
        <progress value={done} max={Math.max(1, total)} aria-label={t('importing.importing')} />
        <span role="status">
          {t('importing.progress', { done, total })}
          {label === '' ? '' : ` · ${fileName(label)}`}
        </span>
      </div>
      <Button disabled={course.isStopping} onClick={() => void course.stop()}>
        {t(course.isStopping ? 'importing.stopping' : 'importing.stop')}
      </Button>
    </>
  )
}
