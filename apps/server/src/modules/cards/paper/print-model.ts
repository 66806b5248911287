import type { CalendarDate } from '@anye/kernel/calendar-date'

/** A labourer as a card shows them: already masked for who prints. Texts are empty where nothing is known. */
export type PrintedLabourer = {
  name: string
  sex: string
  /** Full years on the day of printing, null without a date of birth. */
  age: number | null
  relation: string
  /** Last four characters of the ID and of the telephone: enough to tell two of one name apart, no number to use. */
  idTail: string
  phoneTail: string
  /** Job as known on the day of printing; null for none. */
  job: { place: string | null; employer: string | null; since: CalendarDate } | null
}

/** A card with its household, as the three papers draw it. */
export type PrintedCard = {
  bagNo: number
  cardNo: string
  /** What the QR code holds. */
  address: string
  headName: string
  groupName: string
  members: number
  contactName: string
  labourers: PrintedLabourer[]
}

/** What stands on every sheet beside the cards. */
export type PrintedHead = {
  villageName: string
  /** County and township, `望谟县王母街道`. */
  place: string
  year: number
  /** Marks made-up people; '' for real ones. */
  label: string
  /** Who printed it and when. */
  footer: string
}
