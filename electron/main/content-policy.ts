/**
 * What a page of the program may load: itself, and nothing else. The same policy stands in
 * `renderer/index.html`. Style attributes and elements are allowed because positioned parts
 * (virtual lists, panels, the reading view) need them; scripts only as files of the program.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')
