import './state-mark.css'

export type MarkKind = 'done' | 'due' | 'bad' | 'waiting' | 'plain'

const SHAPES: Readonly<Record<MarkKind, string>> = { done: '✓', due: '○', bad: '!', waiting: '↑', plain: '–' }

/** A state by shape, word and colour, so that it reads in sunlight and without colours. */
export function StateMark({ kind, word }: { kind: MarkKind; word: string }) {
  return (
    <span className={`state-mark state-${kind}`}>
      <span className="state-shape" aria-hidden="true">{SHAPES[kind]}</span>
      {word}
    </span>
  )
}
