import { Tags } from 'lucide-react'
import { useRef, useState } from 'react'
import { useT } from '../app/i18n.ts'
import { EmptyState, Segmented } from '../ui/index.ts'
import { useCodes } from './code-data.ts'
import './code-page.css'
import { CodeAbout } from './page/code-about.tsx'
import { CodeHeader } from './page/code-header.tsx'
import { CodeHistory } from './page/code-history.tsx'
import { CodeMemos } from './page/code-memos.tsx'
import { CodePassages } from './page/code-passages.tsx'

type Section = 'passages' | 'memos' | 'history'

/** Everything about one code: what it means, where it is used, what has been thought about it. */
export function CodePage({ codeId }: { codeId: string }) {
  const t = useT()
  const data = useCodes()
  const scroll = useRef<HTMLDivElement>(null)
  const [section, setSection] = useState<Section>('passages')
  const code = data.forest.nodeById.get(codeId)?.code

  if (code === undefined) {
    if (!data.isReady) return <div className="code-page" />
    return (
      <div className="code-page">
        <EmptyState icon={Tags} title={t('codes.notFound')}>
          {t('codes.notFoundHint')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="code-page" ref={scroll} tabIndex={-1}>
      <div className="code-page-sheet">
        <CodeHeader code={code} data={data} />
        <CodeAbout code={code} />
        <Segmented
          label={code.name}
          value={section}
          options={(['passages', 'memos', 'history'] as const).map((value) => ({
            value,
            label: t(`codes.${value}`),
          }))}
          onValue={setSection}
        />
        {section === 'passages' && (
          <CodePassages key={codeId} code={code} data={data} scroll={scroll} />
        )}
        {section === 'memos' && <CodeMemos codeId={codeId} />}
        {section === 'history' && <CodeHistory codeId={codeId} />}
      </div>
    </div>
  )
}
