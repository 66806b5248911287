import './choices.css'

interface ChoicesProps<Value extends string> {
  label: string
  options: readonly { value: Value; word: string; note?: string | undefined }[]
  value: Value | null
  onChange: (value: Value) => void
}

/** A choice of many, one a row; the chosen row has a tick and a bar beside its colour. */
export function Choices<Value extends string>({ label, options, value, onChange }: ChoicesProps<Value>) {
  return (
    <div className="choices" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" role="radio" aria-checked={option.value === value} onClick={() => onChange(option.value)}>
          <span className="choices-word">
            {option.word}
            {option.note !== undefined && <span className="small quiet">{option.note}</span>}
          </span>
          <span className="choices-tick" aria-hidden="true">{option.value === value ? '✓' : ''}</span>
        </button>
      ))}
    </div>
  )
}

/** Short values to tap instead of typing. */
export function Chips({ label, options, value, onChange }: { label: string; options: readonly { value: string; word: string }[]; value: string | null; onChange: (value: string) => void }) {
  return (
    <div className="chips" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" role="radio" aria-checked={option.value === value} onClick={() => onChange(option.value)}>{option.word}</button>
      ))}
    </div>
  )
}
