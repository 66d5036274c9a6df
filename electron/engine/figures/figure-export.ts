import { drawFigure, withCaption } from '../../../shared/analysis/figures/draw-figure.ts'
import { inksOf } from '../../../shared/analysis/figures/inks.ts'
import type { FigureData, FigureSpec } from '../../../shared/analysis/figures/figure.ts'
import { masked } from '../../../shared/analysis/leaks/mask.ts'
import { pictureToSvg } from '../../../shared/analysis/map/svg.ts'
import type { CommandInput } from '../../../shared/contract/index.ts'
import { pictureToPdf, svgToPng } from '../export/map-files.ts'
import type { Prepared } from '../export/prepared.ts'
import type { Project } from '../project/project.ts'
import { toldGroups, type Told } from '../leaks/told-groups.ts'
import { Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'
import { figureData } from './figure-data.ts'
import { FigureWords } from './figure-words.ts'

/** A figure as a picture with its caption and alt text, and what can be read in it. */
export async function prepareFigure(
  project: Project,
  task: Task,
  {
    figure,
    format,
    masks,
    language = 'en',
    preset = 'colour',
    ...given
  }: CommandInput<'export.figure'>,
): Promise<Prepared<{ marks: number }>> {
  const whole = await figureData(project, task, figure, language)
  const among = new FigureWords(language).among(
    project,
    'scope' in figure ? figure.scope : undefined,
  )
  const groups = await toldGroups(project, task, toldBy(figure, whole, among))
  const data = masked(whole, masks)
  if (data.rows.length === 0) throw new Refusal('map.nothingToDraw', { name: data.caption })
  const caption = masked(given.caption ?? data.caption, masks)
  const description = masked(given.altText ?? data.description, masks)
  const inks = inksOf(preset)
  const bare = drawFigure(data, inks)
  const picture = withCaption(bare, given.withCaption === false ? '' : caption, inks)
  const drawn = picture.groups.flatMap(({ items, title }) => [
    ...items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])),
    ...(title === '' ? [] : [title]),
  ])
  const words = { title: caption, description }
  return {
    label: caption,
    leaving: { texts: [description, ...drawn].map((text) => ({ place: caption, text })), groups },
    toFile: async () => {
      const answer = { marks: bare.groups.filter(({ key }) => key !== '').length }
      if (format === 'pdf') return { bytes: await pictureToPdf(picture, words, language), answer }
      const svg = pictureToSvg(picture, words)
      const bytes = format === 'svg' ? new TextEncoder().encode(svg) : (await svgToPng(svg)).bytes
      return { bytes, answer }
    },
  }
}

/** In which cell of its rows a figure says what people are. */
const tellingCell: Partial<Record<FigureSpec['kind'], number>> = { attribute: 1, talk: 0 }

/** What its scope and its rows tell. */
function* toldBy(spec: FigureSpec, { rows }: FigureData, among: string | null): Iterable<Told> {
  if ('scope' in spec && spec.scope && among !== null)
    yield { question: spec.scope, values: [among], place: among }
  const at = tellingCell[spec.kind]
  if (at === undefined) return
  for (const { cells, question, value } of rows)
    if (question !== null && value !== 0)
      yield { question, values: [String(cells[at])], place: cells.slice(0, at + 1).join(' × ') }
}
