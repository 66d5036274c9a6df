import { useState } from 'react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { mergeTexts } from '../text-acts.ts'
import { TextFinder } from './text-finder.tsx'

interface MergeDialogProps {
  /** Records of one and the same text; of several, one of them stays. */
  textIds: readonly string[]
  texts: readonly InstitutionalText[]
  onClose: () => void
}

/** Asks which record stays when several are one text. */
export function MergeDialog({ textIds, texts, onClose }: MergeDialogProps) {
  const t = useT()
  const [chosen, setChosen] = useState<InstitutionalText | undefined>(undefined)
  const isMany = textIds.length > 1
  const offered = texts.filter((text) => textIds.includes(text.id) === isMany)
  const title = texts.find((text) => text.id === textIds[0])?.title ?? ''
  const confirm = (into: InstitutionalText | undefined) => {
    if (into === undefined) return
    onClose()
    void mergeTexts(textIds, into)
  }
  return (
    <Dialog
      title={
        isMany
          ? t('texts.mergeManyTitle', { count: textIds.length })
          : t('texts.mergeTitle', { title })
      }
      description={t('texts.mergeExplained')}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" disabled={chosen === undefined} onClick={() => confirm(chosen)}>
            {t('texts.mergeChosen')}
          </Button>
        </>
      }
    >
      <TextFinder
        texts={offered}
        label={t('texts.mergeInto')}
        onChoose={setChosen}
        onConfirm={confirm}
      />
    </Dialog>
  )
}
