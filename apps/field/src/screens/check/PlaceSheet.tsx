import { useState } from 'react'
import { useT } from '../../app/i18n/locale.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { keepPlace, recentPlaces, searchPlaces, suitsStatus, type PhonePlace } from './places.ts'

interface PlaceSheetProps {
  status: string
  homeVillage: string
  onChoose: (code: string) => void
  onClose: () => void
}

/** Places that suit the status: used lately first, the rest by a character of the name. */
export function PlaceSheet({ status, homeVillage, onChoose, onClose }: PlaceSheetProps) {
  const t = useT()
  const [words, setWords] = useState('')
  const suits = (code: string) => suitsStatus(code, status, homeVillage)
  const recent = recentPlaces(suits)
  const shown = words.trim() === '' && recent.length > 0 ? recent : searchPlaces(words, suits)
  const choose = ({ code }: PhonePlace) => {
    keepPlace(code)
    onChoose(code)
  }
  return (
    <Sheet title={t('check.place')} closeWord={t('app.close')} onClose={onClose}>
      <SearchBox label={t('check.place.search')} clearWord={t('today.search.clear')} value={words} onChange={setWords} />
      {words.trim() === '' && recent.length > 0 && <p className="small quiet">{t('check.place.recent')}</p>}
      {shown.length === 0 && <p className="quiet">{t('check.place.none')}</p>}
      <ul className="rows in-sheet">
        {shown.map((place) => <li key={place.code}><button type="button" className="row" onClick={() => choose(place)}>{place.full}</button></li>)}
      </ul>
    </Sheet>
  )
}
