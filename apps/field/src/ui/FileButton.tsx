import type { ReactNode } from 'react'
import './button.css'

/** A button that asks the phone for one file; the same file may be chosen again after a refusal. */
export function FileButton({ accept, busy, onFile, children }: { accept: string; busy: boolean; onFile: (file: File) => void; children: ReactNode }) {
  return (
    <label className="button button-primary button-file" aria-busy={busy}>
      {children}
      <input
        type="file" accept={accept} disabled={busy}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          currentTarget.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </label>
  )
}
