import { events, type EventPayload } from '../../shared/contract/index.ts'

/** Tells a window to read all of the project again, as after it was made anew. */
export const everythingChanged: EventPayload<'project.changed'> = {
  topics: events['project.changed'].payload.shape.topics.element.options,
  sourceIds: [],
  textChanged: [],
  memoIds: [],
}
