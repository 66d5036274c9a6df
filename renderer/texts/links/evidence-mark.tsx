import { useT } from '../../app/i18n.ts'
import './links.css'

interface Evidence {
  state: 'supported' | 'unsupported' | 'contradicted'
  inferred: boolean
  passages: number
}

/** How well something is evidenced: a line as on the maps, and the word. */
export function EvidenceMark({ evidence, isShort }: { evidence: Evidence; isShort?: boolean }) {
  const t = useT()
  const { state, inferred, passages } = evidence
  const look = state === 'supported' && inferred ? 'inferred' : state
  const word = look === 'inferred' ? t('links.state_inferred') : t(`institution.evidence.${look}`)
  return (
    <span className={`evidence-mark is-${look}`} title={word}>
      <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
        <path
          d={look === 'contradicted' ? 'M1 5L5 1.5L9 8.5L13 1.5L17 8.5L21 5' : 'M1 5H21'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeDasharray={look === 'unsupported' || look === 'inferred' ? '0.1 4' : undefined}
        />
      </svg>
      {(isShort !== true || look !== 'supported') && <span>{word}</span>}
      {passages > 0 && (
        <span className="evidence-badge" aria-label={t('links.nPassages', { count: passages })}>
          {passages}
        </span>
      )}
    </span>
  )
}
