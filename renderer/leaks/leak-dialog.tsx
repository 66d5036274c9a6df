import { KeyRound } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { leakKinds } from '../../shared/analysis/leaks/find-leaks.ts'
import type { QueryOutput } from '../../shared/contract/index.ts'
import type { Leak } from '../../shared/contract/leaks.ts'
import { closeDialog } from '../app/dialogs.ts'
import { ask } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { Button, Dialog } from '../ui/index.ts'
import type { Export, Masks } from './ask-about-leaks.ts'
import { chooseKeyFile } from './choose-key-file.ts'
import { LeakRow } from './leak-row.tsx'
import { choiceOf, decide, maskable, wordFor } from './leak-choices.ts'
import './leaks.css'

interface Props {
  of: Export
  onDecided: (masks: Masks | null) => void
}

/** What in an export could tell who somebody is, each with its places and a choice. */
export function LeakDialog({ of, onDecided }: Props) {
  const t = useT()
  const [, setTurn] = useState(0)
  const chief = useRef<HTMLButtonElement>(null)
  const [leaks, setLeaks] = useState<readonly Leak[]>([])
  const [keyFile, setKeyFile] = useState<QueryOutput<'leaks.keyFile'> | null>(null)
  // What is found hangs on the key file, of which no event tells.
  const look = useCallback(async (): Promise<void> => {
    const [found, file] = await Promise.all([ask('leaks.check', of), ask('leaks.keyFile', {})])
    if (found.ok) setLeaks(found.value.items)
    if (file.ok) setKeyFile(file.value)
  }, [of])
  useEffect(() => {
    void look()
  }, [look])
  const end = (masks: Masks | null): void => {
    closeDialog()
    onDecided(masks)
  }
  const goOn = (): void =>
    end(
      leaks
        .filter((leak) => maskable(leak) && choiceOf(leak).isReplaced)
        .flatMap((leak) => wordsOf(leak).map((text) => ({ text, by: wordFor(leak) }))),
    )
  const set = (leak: Leak, choice: Parameters<typeof decide>[1]): void => {
    decide(leak, choice)
    setTurn((turn) => turn + 1)
  }
  const left = leaks.filter((leak) => !choiceOf(leak).isReplaced).length
  return (
    <Dialog
      title={t('leaks.title')}
      description={t('leaks.lead')}
      width="wide"
      onClose={() => end(null)}
      initialFocus={chief}
      footer={
        <>
          <span className="leaks-count" role="status">
            {t('leaks.left', { count: left })}
          </span>
          <Button variant="quiet" onClick={() => end(null)}>
            {t('ui.cancel')}
          </Button>
          <Button ref={chief} variant="primary" onClick={goOn}>
            {t(left === 0 ? 'leaks.goOn' : 'leaks.goOnAnyway')}
          </Button>
        </>
      }
    >
      <p className="leaks-key">
        <KeyRound aria-hidden size={15} />
        <span>
          {keyFile?.path == null
            ? t('leaks.noKeyFile')
            : t('leaks.keyFile', { count: keyFile.names })}
        </span>
        <Button size="small" onClick={() => void chooseKeyFile().then(look)}>
          {t('leaks.chooseKeyFile')}
        </Button>
      </p>
      {leakKinds.map((kind) => {
        const found = leaks.filter((leak) => leak.kind === kind)
        if (found.length === 0) return null
        return (
          <section key={kind} className="leaks-kind" aria-labelledby={`leaks-${kind}`}>
            <h3 id={`leaks-${kind}`}>{t(`leaks.kind_${kind}`)}</h3>
            <p>{t(`leaks.about_${kind}`)}</p>
            <ul>
              {found.map((leak) => (
                <LeakRow key={leak.id} leak={leak} onChoice={(choice) => set(leak, choice)} />
              ))}
            </ul>
          </section>
        )
      })}
    </Dialog>
  )
}

/** The strings to be replaced: the words in all their spellings, or the whole quotes of a source not to be quoted. */
function wordsOf(leak: Leak): string[] {
  return [...new Set(leak.places.map(({ text }) => text))]
}
