import { useMemo } from 'react'
import { safeFragment } from './safe-fragment.ts'

/** The preview as a page of paper; whatever could act or reach out is taken away first. */
export function CodebookPaper({ html, language }: { html: string; language: string }) {
  const safe = useMemo(() => safeFragment(html), [html])
  return (
    <div className="codebook-paper" lang={language} dangerouslySetInnerHTML={{ __html: safe }} />
  )
}
