import './segmented.css'

interface SegmentedProps<Value extends string> {
  label: string
  options: readonly { value: Value; word: string }[]
  value: Value | null
  onChange: (value: Value) => void
}

/** A choice of two to four that are all in sight. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  return (
    <div className="segmented" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" role="radio" aria-checked={option.value === value} onClick={() => onChange(option.value)}>
          {option.word}
        </button>
      ))}
    </div>
  )
}
