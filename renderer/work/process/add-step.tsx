import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useT } from '../../app/i18n.ts'

/** A field for the next step; Enter makes it and waits for another one. */
export function AddStep({ onAdd }: { onAdd: (action: string) => Promise<boolean> }) {
  const t = useT()
  const [words, setWords] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const add = async (): Promise<void> => {
    const action = words.trim()
    if (action === '') return
    setWords('')
    if (!(await onAdd(action))) setWords(action)
    form.current?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <form
      ref={form}
      className="step-add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Plus size={15} strokeWidth={1.75} aria-hidden />
      <input
        type="text"
        data-autofocus
        aria-label={t('work.addStep')}
        placeholder={t('work.addStep')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </form>
  )
}
