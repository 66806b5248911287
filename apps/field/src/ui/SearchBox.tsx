import { SearchIcon } from './icons.tsx'
import './search-box.css'

export function SearchBox({ label, clearWord, value, onChange }: { label: string; clearWord: string; value: string; onChange: (value: string) => void }) {
  return (
    <div className="search-box">
      <SearchIcon />
      <input type="search" aria-label={label} placeholder={label} value={value} onChange={(event) => onChange(event.target.value)} autoComplete="off" spellCheck={false} />
      {value !== '' && <button type="button" aria-label={clearWord} onClick={() => onChange('')}>×</button>}
    </div>
  )
}
