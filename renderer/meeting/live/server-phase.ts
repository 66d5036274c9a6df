import type { LiveStatus } from '../../../shared/contract/live.ts'
import type { useT } from '../../app/i18n.ts'

/** How it stands with the server of an institution, in words. */
export function serverPhase(t: ReturnType<typeof useT>, phase: LiveStatus['phase']): string {
  switch (phase) {
    case 'connected':
    case 'leaving':
    case 'lost':
    case 'refused':
      return t(`live.server.phases.${phase}`)
    default:
      return t('live.server.phases.connecting')
  }
}
