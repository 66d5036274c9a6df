import { useRef } from 'react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { TextUses } from '../page/text-uses.tsx'
import { removeTexts } from '../text-acts.ts'

interface DeleteDialogProps {
  texts: readonly InstitutionalText[]
  onClose: () => void
}

/** Shows where texts are used before they go. */
export function DeleteDialog({ texts, onClose }: DeleteDialogProps) {
  const t = useT()
  const cancel = useRef<HTMLButtonElement>(null)
  const isMany = texts.length > 1
  return (
    <Dialog
      title={
        isMany
          ? t('texts.deleteManyTitle', { count: texts.length })
          : t('texts.deleteTitle', { title: texts[0]?.title ?? '' })
      }
      description={t('texts.deleteUsed')}
      width="narrow"
      onClose={onClose}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="danger"
            onClick={() => {
              onClose()
              void removeTexts(texts)
            }}
          >
            {t('ui.delete')}
          </Button>
        </>
      }
    >
      <div className="text-delete-uses" tabIndex={0} role="group" aria-label={t('texts.whereUsed')}>
        {texts.map((text) => (
          <section key={text.id}>
            {isMany && <h3>{text.title}</h3>}
            <TextUses thing={{ type: 'text', id: text.id }} onLeave={onClose} />
          </section>
        ))}
      </div>
    </Dialog>
  )
}
