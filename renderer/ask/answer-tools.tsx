import { Bookmark, Copy, FileText, Quote, Tag } from 'lucide-react'
import { useState } from 'react'
import type { Names } from '../../shared/analysis/question/names.ts'
import { printQuestion } from '../../shared/analysis/question/print.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { openView } from '../app/workspace.ts'
import { takeAnswers } from '../quotes/quote-acts.ts'
import { Button } from '../ui/index.ts'
import { CodeAnswersDialog } from './code-answers-dialog.tsx'
import { SaveQuestionDialog } from './save-question-dialog.tsx'

/** What can be done with a question and its answers. */
export function AnswerTools({
  question,
  names,
  total,
}: {
  question: Question
  names: Names
  total: number
}) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [open, setOpen] = useState<'code' | 'save' | null>(null)
  return (
    <div className="ask-answer-tools">
      <Button
        size="small"
        icon={Tag}
        disabled={isReadOnly || total === 0}
        onClick={() => setOpen('code')}
      >
        {t('ask.code.open')}
      </Button>
      <Button
        size="small"
        icon={Quote}
        disabled={isReadOnly || total === 0}
        onClick={() => void takeAnswers(question)}
      >
        {t('quotes.actMany')}
      </Button>
      <Button size="small" icon={Bookmark} disabled={isReadOnly} onClick={() => setOpen('save')}>
        {t('ask.save.open')}
      </Button>
      <Button
        size="small"
        icon={Copy}
        onClick={() => {
          void navigator.clipboard
            .writeText(printQuestion(question, names))
            .then(() => toast({ text: t('ask.copied') }))
        }}
      >
        {t('ask.copy')}
      </Button>
      <Button size="small" icon={FileText} onClick={() => openView({ type: 'reports', question })}>
        {t('ask.reports')}
      </Button>
      {open === 'code' && (
        <CodeAnswersDialog question={question} total={total} onClose={() => setOpen(null)} />
      )}
      {open === 'save' && (
        <SaveQuestionDialog question={question} names={names} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}
