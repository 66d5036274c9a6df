import { X } from 'lucide-react'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { IconButton } from '../../ui/index.ts'
import { openPassage, updateCodes } from '../code-acts.ts'

/** The passages that the codebook prints as examples. */
export function CodeExamples({ code }: { code: Code }) {
  const t = useT()
  if (code.examples.length === 0) {
    return <p className="code-examples-hint">{t('codes.examplesHint')}</p>
  }
  return (
    <ul>
      {code.examples.map((passageId) => (
        <CodeExample key={passageId} code={code} passageId={passageId} />
      ))}
    </ul>
  )
}

function CodeExample({ code, passageId }: { code: Code; passageId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { data } = useQuery('passages.get', { passageId }, ['passages', 'sources'])
  if (data === undefined) return null
  return (
    <li className="code-example">
      <button type="button" onClick={() => void openPassage(passageId)}>
        <span className="code-example-quote">{data.quote}</span>
        <span className="code-example-label">{data.label}</span>
      </button>
      <IconButton
        size="small"
        icon={X}
        label={t('codes.removeExample')}
        disabled={isReadOnly}
        onClick={() =>
          void updateCodes([code.id], {
            examples: code.examples.filter((id) => id !== passageId),
          })
        }
      />
    </li>
  )
}
