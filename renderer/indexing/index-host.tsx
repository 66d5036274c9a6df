import type { Outcome, InHand } from './in-hand.ts'
import { useAccountForm } from './forms/account-form.ts'
import { useActivationForm } from './forms/activation-form.ts'
import { useAnswerForm } from './forms/answer-form.ts'
import { useClauseForm } from './forms/clause-form.ts'
import { useLinkForm } from './forms/link-form.ts'
import { useMeaningForm } from './forms/meaning-form.ts'
import { useStepForm } from './forms/step-form.ts'
import { useTextForm } from './forms/text-form.ts'
import type { IndexAct } from './index-acts.ts'
import type { IndexForm } from './index-form.ts'
import { IndexPopover } from './index-popover.tsx'
import type { Anchor } from './index-popover.tsx'

/** An act of indexing that has been begun. */
export interface BegunIndexing {
  act: IndexAct
  hand: InHand
  anchor: Anchor
  /** The question to be answered, if it is known already. */
  questionId?: string
}

interface Props {
  begun: BegunIndexing
  onDone: (outcome: Outcome) => void
  onClose: () => void
}

/** The popover of an act of indexing. */
export function IndexHost(props: Props) {
  switch (props.begun.act) {
    case 'activation':
      return <Asking {...props} use={useActivationForm} />
    case 'text':
      return <Asking {...props} use={useTextForm} />
    case 'clause':
      return <Asking {...props} use={useClauseForm} />
    case 'link':
      return <Asking {...props} use={useLinkForm} />
    case 'account':
      return <Asking {...props} use={useAccountForm} />
    case 'step':
      return <Asking {...props} use={useStepForm} />
    case 'answer':
      return <Asking {...props} use={useAnswerForm} />
    case 'meaning':
      return <Asking {...props} use={useMeaningForm} />
  }
}

interface AskingProps extends Props {
  use: (hand: InHand, onDone: (outcome: Outcome) => void, questionId?: string) => IndexForm
}

/** `use` is a hook, and stays the same while one act is asked about. */
function Asking({ begun, onDone, onClose, use: useForm }: AskingProps) {
  const form = useForm(begun.hand, onDone, begun.questionId)
  return <IndexPopover form={form} anchor={begun.anchor} onClose={onClose} />
}
