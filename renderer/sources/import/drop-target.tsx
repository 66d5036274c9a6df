import { Import } from 'lucide-react'
import { useEffect, useState } from 'react'
import { showDialog } from '../../app/dialogs.ts'
import { pathForFile } from '../../app/engine-client.ts'
import { text, useT } from '../../app/i18n.ts'
import { currentProject, openProject } from '../../app/session.ts'
import { isBundlePath } from '../../meeting/meeting-acts.ts'
import { toast } from '../../app/toast.ts'
import './import.css'

/** Files dropped anywhere in the window are offered for import; a project file is opened. */
export function DropTarget() {
  const t = useT()
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const hasFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') === true
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      depth += 1
      setIsOver(true)
    }
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault()
    }
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setIsOver(false)
    }
    const drop = (event: DragEvent): void => {
      depth = 0
      setIsOver(false)
      if (!hasFiles(event)) return
      event.preventDefault()
      const paths = [...(event.dataTransfer?.files ?? [])].map(pathForFile).filter(Boolean)
      takeFiles(paths)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!isOver || currentProject() === null) return null
  return (
    <div className="drop-target" aria-hidden>
      <div className="drop-target-sign">
        <Import size={28} strokeWidth={1.5} />
        <b>{t('importing.drop')}</b>
        <span>{t('importing.dropText')}</span>
      </div>
    </div>
  )
}

function takeFiles(paths: string[]): void {
  const [first] = paths
  if (first === undefined) {
    toast({
      text: text('importing.dropNoFiles'),
      tone: 'error',
      hint: text('importing.dropNoFilesHint'),
    })
    return
  }
  if (paths.length === 1 && first.endsWith('.standpoint')) {
    void openProject(first)
    return
  }
  const project = currentProject()
  if (project === null) return
  if (paths.length === 1 && isBundlePath(first) && !project.readOnly) {
    showDialog({ type: 'merge', path: first })
    return
  }
  if (project.readOnly) toast({ text: text('importing.dropReadOnly'), tone: 'error' })
  else showDialog({ type: 'import', paths, folderId: null })
}
