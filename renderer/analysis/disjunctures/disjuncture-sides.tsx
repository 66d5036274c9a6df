import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import type { Disjuncture } from '../../../shared/model/institution.ts'
import { ClaimPassage } from '../../texts/links/claim-passage.tsx'
import '../../texts/links/claims.css'
import { InlineEdit } from '../../ui/index.ts'
import { AddInHand } from '../add-in-hand.tsx'

/** Both sides of a disjuncture, each in words and with its passages. */
export function DisjunctureSides({ disjuncture }: { disjuncture: Disjuncture }) {
  return (
    <div className="disjuncture-sides">
      <Side disjuncture={disjuncture} side="a" />
      <Side disjuncture={disjuncture} side="b" />
    </div>
  )
}

function Side({ disjuncture, side }: { disjuncture: Disjuncture; side: 'a' | 'b' }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { id: disjunctureId } = disjuncture
  const isA = side === 'a'
  const ids = isA ? disjuncture.sideAPassageIds : disjuncture.sideBPassageIds
  const passages = ids.map((passageId) => ({ passageId }))
  const label = t(`analysis.side.${side}`)
  const setPassages = (next: Parameters<typeof act<'disjunctures.update'>>[1]['sideAPassages']) =>
    act('disjunctures.update', {
      disjunctureId,
      ...(isA ? { sideAPassages: next } : { sideBPassages: next }),
    })
  const takeOff = async (passageId: string): Promise<void> => {
    const done = await setPassages(passages.filter((each) => each.passageId !== passageId))
    if (done !== undefined) {
      toastWithUndo(t('analysis.passageTakenOff', { name: disjuncture.title }))
    }
  }
  return (
    <section className="disjuncture-side" aria-label={`${label}: ${disjuncture.title}`}>
      <h3>{label}</h3>
      <InlineEdit
        isLong
        className="disjuncture-words"
        label={label}
        placeholder={t(`analysis.sidePlaceholder.${side}`)}
        value={isA ? disjuncture.sideA : disjuncture.sideB}
        onSave={(words) =>
          void act('disjunctures.update', {
            disjunctureId,
            ...(isA ? { sideA: words } : { sideB: words }),
          })
        }
      />
      {ids.length === 0 && (
        <p className="claims-none">
          <span className="claims-none-mark" aria-hidden />
          {t('analysis.noEvidence')}
        </p>
      )}
      {ids.map((passageId) => (
        <ClaimPassage
          key={passageId}
          passageId={passageId}
          onTakeOff={isReadOnly ? undefined : () => void takeOff(passageId)}
        />
      ))}
      <AddInHand
        label={t('analysis.addInHand')}
        ariaLabel={t('analysis.addInHandTo', { side: label })}
        hasHint={ids.length === 0}
        onAdd={(at) => void setPassages([...passages, at])}
      />
    </section>
  )
}
