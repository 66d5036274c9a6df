import { DoorOpen } from 'lucide-react'
import type { LiveKnock } from '../../../shared/contract/live.ts'
import { useDialog } from '../../app/dialogs.ts'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { keepClear } from '../../app/keep-clear.ts'
import { Button } from '../../ui/index.ts'
import { setLive, useLive } from './live-store.ts'
import './live.css'

/** Who waits to be let in, each with yes and no. */
export function Knocks({ knocks }: { knocks: readonly LiveKnock[] }) {
  const t = useT()
  const decide = async (name: 'live.admit' | 'live.refuse', guest: string): Promise<void> => {
    const status = await act(name, { guest })
    if (status !== undefined) setLive(status)
  }
  return knocks.map(({ guest, name, address }) => (
    <div key={guest} className="live-knock" role="alert">
      <strong>{t('live.knocks', { name })}</strong>
      <p>{t('live.knocksFrom', { address })}</p>
      <div className="live-knock-answers">
        <Button size="small" onClick={() => void decide('live.refuse', guest)}>
          {t('live.refuse')}
        </Button>
        <Button
          size="small"
          variant="primary"
          icon={DoorOpen}
          onClick={() => void decide('live.admit', guest)}
        >
          {t('live.admit', { name })}
        </Button>
      </div>
    </div>
  ))
}

/**
 * In the corner of the window, wherever one is. It takes no focus: who is typing must not let somebody
 * in by the key they were about to press.
 */
export function KnocksAside() {
  const t = useT()
  const status = useLive()
  const dialog = useDialog()
  if (status === null || status.knocks.length === 0 || dialog.type === 'live') return null
  return (
    <aside ref={keepClear} className="live-aside" aria-label={t('live.title')}>
      <Knocks knocks={status.knocks} />
    </aside>
  )
}
