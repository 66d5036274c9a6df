import { failureText } from '../../shared/i18n/index.ts'
import { currentLanguage } from './i18n.ts'
import { currentProject } from './session.ts'
import { toast } from './toast.ts'

/** Whether the project may be changed. Where it is open to read only, says so and what to do. */
export function mayChange(): boolean {
  const project = currentProject()
  if (project?.readOnly !== true) return true
  const { message, hint } = failureText(currentLanguage(), {
    code: 'project.readOnly',
    message: '',
    hint: '',
    details: { path: project.path },
  })
  toast({ text: message, hint, tone: 'error' })
  return false
}
