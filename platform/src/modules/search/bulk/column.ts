const header = /^(?:域名|名称|domain(?:\s*names?)?|names?)$/i

/** Picks the names out of the rows of a table: the column under a header that says so, or else the first one. */
export function columnOf(): (row: readonly string[]) => string | undefined {
  let column: number | undefined
  return (row) => {
    if (column === undefined) {
      const found = row.findIndex((cell) => header.test(cell.trim()))
      column = Math.max(0, found)
      if (found >= 0) return undefined
    }
    return row[column]?.trim() ?? ''
  }
}
