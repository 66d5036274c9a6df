import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { ThingPicker } from '../../work/thing-picker.tsx'
import { difference, usePeopleThings } from './people-things.ts'

interface CaseLinksProps {
  of: 'personIds' | 'sourceIds'
  id: string
  name: string
  caseIds: readonly string[]
}

/** The cases that a person or source belongs to. */
export function CaseLinks({ of, id, name, caseIds }: CaseLinksProps) {
  const t = useT()
  const { cases } = usePeopleThings()
  const change = async (next: readonly string[]): Promise<void> => {
    const { added, gone } = difference(caseIds, next)
    for (const caseId of added) await act('cases.link', { caseId, [of]: [id] })
    for (const caseId of gone) await act('cases.unlink', { caseId, [of]: [id] })
  }
  return (
    <ThingPicker
      label={`${t('people.linkedCases')}: ${name}`}
      placeholder={t('people.pickCase')}
      things={cases}
      value={caseIds}
      onChange={(next) => void change(next)}
      onCreate={(made) => void act('cases.create', { name: made, [of]: [id] })}
      onOpen={(caseId) => select({ type: 'case', id: caseId })}
    />
  )
}
