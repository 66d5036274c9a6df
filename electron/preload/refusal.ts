import type { ErrorCode, Result } from '../../shared/contract/errors.ts'

export function refusal(code: ErrorCode, message: string): Result<never> {
  return { ok: false, error: { code, message, hint: 'Nothing was changed.', details: {} } }
}
