import { randomFillSync } from 'node:crypto'
import { uuidMaker } from '../../../shared/model/uuid.ts'

const make = uuidMaker((bytes) => randomFillSync(bytes))

/** An id of this process, greater than all it made before. */
export function newId(): string {
  return make(Date.now())
}
