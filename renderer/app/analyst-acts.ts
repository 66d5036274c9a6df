import type { Analyst } from '../../shared/model/entities.ts'
import { act } from './engine-client.ts'
import { text } from './i18n.ts'
import { currentProject } from './session.ts'
import { toast } from './toast.ts'

/** From now on what is done here carries this name. It is said, with the way back to the one before. */
export async function workAs({ id, name }: Pick<Analyst, 'id' | 'name'>): Promise<boolean> {
  const project = currentProject()
  const before = project?.analysts.find((analyst) => analyst.id === project.analystId)
  const done = await act('analysts.use', { analystId: id })
  if (done === undefined) return false
  if (before === undefined || before.id === id) return true
  toast({
    text: text('app.analyst.worksNow', { name }),
    hint: text('app.analyst.worksNowHint'),
    action: {
      label: text('app.analyst.backTo', { name: before.name }),
      perform: () => void workAs(before),
    },
  })
  return true
}
