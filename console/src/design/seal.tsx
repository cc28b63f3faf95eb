/** The mark: 域, white on cinnabar. */
export function Seal() {
  return (
    <span className="seal" aria-hidden="true">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <text x="12" y="20" textAnchor="middle">
          域
        </text>
      </svg>
    </span>
  )
}
