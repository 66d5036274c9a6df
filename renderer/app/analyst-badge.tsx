import { Pencil, UserPlus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Analyst } from '../../shared/model/entities.ts'
import { Field, FormDialog, hueStyle, Menu, TextInput } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { workAs } from './analyst-acts.ts'
import { closeDialog, showDialog } from './dialogs.ts'
import { act } from './engine-client.ts'
import { useT } from './i18n.ts'
import { useProject } from './session.ts'

export function AnalystBadge() {
  const t = useT()
  const project = useProject()
  const present = project.analysts.find((analyst) => analyst.id === project.analystId)
  if (present === undefined) return null
  const items: MenuEntry[] = [
    { heading: t('app.titleBar.switchAnalyst') },
    ...project.analysts.map((analyst) => ({
      label: analyst.name,
      isChecked: analyst.id === present.id,
      perform: () => void workAs(analyst),
    })),
    'separator',
    {
      label: t('app.analyst.editThis'),
      icon: Pencil,
      isDisabled: project.readOnly,
      perform: () => showDialog({ type: 'editAnalyst', analystId: present.id }),
    },
    {
      label: t('app.titleBar.addAnalyst'),
      icon: UserPlus,
      isDisabled: project.readOnly,
      perform: () => showDialog({ type: 'addAnalyst' }),
    },
  ]
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className="analyst-badge"
          style={hueStyle(present.hue)}
          aria-label={t('app.titleBar.analyst', { name: present.name, initials: present.initials })}
          title={present.name}
        >
          {present.initials}
        </button>
      }
      items={items}
    />
  )
}

/** Initials in the outline of the analyst's colour. */
export function AnalystMark({ analyst }: { analyst: Pick<Analyst, 'hue' | 'initials' | 'name'> }) {
  return (
    <span className="analyst-badge" style={hueStyle(analyst.hue)} title={analyst.name}>
      {analyst.initials}
    </span>
  )
}

export function AddAnalyst() {
  const t = useT()
  const [name, setName] = useState('')
  const [initials, setInitials] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const add = async (): Promise<void> => {
    const made = await act('analysts.create', {
      name: name.trim(),
      ...(initials.trim() === '' ? {} : { initials: initials.trim() }),
    })
    if (made === undefined) return
    await act('analysts.use', { analystId: made.id })
    closeDialog()
  }
  return (
    <FormDialog
      title={t('app.analyst.title')}
      description={t('app.analyst.lead')}
      submitLabel={t('app.analyst.add')}
      isReady={name.trim() !== ''}
      onSubmit={() => void add()}
      onClose={closeDialog}
      initialFocus={first}
    >
      <Field label={t('app.analyst.name')}>
        {(props) => (
          <TextInput
            {...props}
            ref={first}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('app.analyst.initials')} hint={t('app.analyst.initialsHint')}>
        {(props) => (
          <TextInput
            {...props}
            value={initials}
            maxLength={4}
            onChange={(event) => setInitials(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
