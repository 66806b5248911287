import { useId } from 'react'
import type { ReactNode } from 'react'
import './field.css'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'date'
  autoComplete?: string
  inputMode?: 'text' | 'numeric'
  maxLength?: number
}

export function TextField({ label, value, onChange, type = 'text', autoComplete = 'off', inputMode, maxLength }: TextFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id} type={type} value={value} onChange={(event) => onChange(event.target.value)} autoComplete={autoComplete} autoCapitalize="off"
        spellCheck={false} inputMode={inputMode} maxLength={maxLength}
      />
    </div>
  )
}

/** A part of a form under its name. */
export function Fieldset({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <section className="fieldset" aria-label={legend}>
      <h2>{legend}</h2>
      {children}
    </section>
  )
}
