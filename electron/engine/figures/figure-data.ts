import type { FigureData, FigureSpec } from '../../../shared/analysis/figures/figure.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import { byAttribute, codeTree, frequencies, network } from './code-figures.ts'
import { FigureWords } from './figure-words.ts'
import { overTime, portrait, saturation } from './source-figures.ts'
import { talkPerRole } from './talk-figure.ts'

/** The numbers of a figure, each with the question that it counts, and words proposed for it. */
export async function figureData(
  project: Project,
  task: Task,
  spec: FigureSpec,
  language: Language,
): Promise<FigureData> {
  const words = new FigureWords(language)
  const data = await wholeFigure(project, task, spec, words)
  const among = spec.kind === 'talk' ? null : words.among(project, spec.scope)
  if (among === null) return data
  const caption = /[.!?]$/u.test(data.caption) ? data.caption : `${data.caption}.`
  return {
    ...data,
    caption: `${caption} ${among}`,
    description: `${data.description} ${among}`,
  }
}

function wholeFigure(
  project: Project,
  task: Task,
  spec: FigureSpec,
  words: FigureWords,
): Promise<FigureData> {
  switch (spec.kind) {
    case 'frequencies':
      return frequencies(project, task, spec, words)
    case 'network':
      return network(project, task, spec, words)
    case 'attribute':
      return byAttribute(project, task, spec, words)
    case 'tree':
      return codeTree(project, task, spec, words)
    case 'saturation':
      return saturation(project, task, spec, words)
    case 'time':
      return overTime(project, task, spec, words)
    case 'portrait':
      return portrait(project, task, spec, words)
    case 'talk':
      return talkPerRole(project, task, spec, words)
  }
}
