/**
 * An official document (公文) as a model: what it says and in which order. Word and PDF are drawn from it and
 * from `official-layout.ts`, so they cannot differ in content.
 */
export type OfficialDocument = {
  /** For the file's properties. */
  title: string
  head: {
    /** Left above the head, e.g. 内部资料; and right, e.g. the label of synthetic data. */
    mark: string
    label: string | null
    /** Lines of the red head (发文机关标志), the last one the kind of document. */
    name: string[]
    /** `第3期`. */
    issue: string
    issuer: string
    /** In Chinese, `2026年11月24日`. */
    date: string
    /** `签发人：…`, one line each. */
    signers: string[]
  }
  blocks: Block[]
}

export type Block =
  /** Level 1 `一、`, level 2 `（一）`; the number is part of the text. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  /** A person's remark among generated text: smaller, with a rule on its left. */
  | { kind: 'note'; text: string }
  | TableBlock
  /** Right-aligned lines at the end (落款). */
  | { kind: 'closing'; lines: string[] }
  /**
   * Small print between two rules at the end of the text (版记): who commands, who signed, what to check
   * against.
   */
  | { kind: 'imprint'; lines: string[] }
  /** Begins a new page with `附件` and its title. */
  | { kind: 'annex'; mark: string; title: string }

export type TableBlock = {
  kind: 'table'
  /** Above the table, '' for none. */
  title: string
  columns: {
    /** A line break stands where the head is to be broken. */ title: string
    /** Share of the width. */ width: number
    align: 'left' | 'center' | 'right'
  }[]
  rows: string[][]
  /** Small print below. */
  foot: string | null
}
