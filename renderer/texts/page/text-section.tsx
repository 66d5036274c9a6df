import { useId } from 'react'
import type { ReactNode } from 'react'
import { useFormat } from '../../app/i18n.ts'

interface TextSectionProps {
  title: string
  count?: number
  /** What the word means, in a sentence. */
  hint?: string
  /** Buttons beside the heading. */
  tools?: ReactNode
  children: ReactNode
}

/** A part of a text's record with its heading. */
export function TextSection({ title, count, hint, tools, children }: TextSectionProps) {
  const id = useId()
  const format = useFormat()
  return (
    <section className="text-section" aria-labelledby={id}>
      <div className="text-section-head">
        <h2 id={id}>
          {title}
          {count !== undefined && count > 0 && (
            <span className="text-section-count"> {format.number(count)}</span>
          )}
        </h2>
        {tools !== undefined && <div className="text-section-tools">{tools}</div>}
      </div>
      {hint !== undefined && <p className="text-section-hint">{hint}</p>}
      {children}
    </section>
  )
}
