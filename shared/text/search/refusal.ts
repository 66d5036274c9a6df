import type { QueryError } from './query.ts'

/** Thrown inside the parser alone; `parseQuery` gives it as a value. */
export class QueryRefusal extends Error {
  readonly error: QueryError

  constructor(error: QueryError) {
    super(error.problem)
    this.error = error
  }
}
