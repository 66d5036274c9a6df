import './index-mark.css'

/** The sign of a text, a sheet with a folded corner, or of work. Its words must stand beside it. */
export function IndexMark({ kind }: { kind: 'activation' | 'account' }) {
  return (
    <svg className="index-mark" viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
      {kind === 'activation' ? (
        <>
          <path d="M2 1.2h5.2L10 4v6.8H2z" />
          <path d="M7.2 1.2V4H10" />
        </>
      ) : (
        <path d="M1.5 3h6l3 3-3 3h-6z" />
      )}
    </svg>
  )
}
