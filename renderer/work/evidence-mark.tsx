import type { Step } from '../../shared/model/institution.ts'
import { useT } from '../app/i18n.ts'
import './evidence-mark.css'

type Evidenced = Pick<Step, 'state' | 'supports' | 'contradicts' | 'passages' | 'inferred'>

/** How a thing is evidenced, as the line it gets on a map and in a word. */
export function EvidenceMark({ of, isMarkOnly }: { of: Evidenced; isMarkOnly?: boolean }) {
  const t = useT()
  const isDotted = of.state === 'unsupported' || (of.state === 'supported' && of.inferred)
  const word =
    of.state === 'supported' && of.inferred
      ? t('work.inferred')
      : t(`institution.evidence.${of.state}`)
  return (
    <span className={`evidence-mark is-${of.state}`}>
      <svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
        {of.state === 'contradicted' ? (
          <path d="M1 8 5 2 9 8 13 2 17 8 21 2" />
        ) : (
          <path d="M1 5H21" {...(isDotted ? { strokeDasharray: '0.1 4.2' } : {})} />
        )}
      </svg>
      <span className={isMarkOnly === true ? 'visually-hidden' : ''}>{word}</span>
    </span>
  )
}
