import { SYNTHETIC_AREA, buildCitizenId } from '@anye/codes/citizen-id'
import { dayNumber } from '@anye/kernel/calendar-date'
import { dayText } from '../day-text.ts'

const FIRST_DAY = dayNumber('1900-01-01')
const DAYS = 60_000
// 500 odd and 500 even sequence numbers a day; 000 is left out.
const PER_DAY_AND_SEX = 499
// Coprime to 10^8: consecutive people get numbers that look unrelated, and none twice.
const PHONE_STEP = 38_196_601
const PHONES = 100_000_000

/**
 * Unique synthetic numbers: citizen ids of the unassigned area 522399, phones of the unallocated prefix 154,
 * card numbers. Unique within one run, the same at each run.
 */
export function identityNumbers() {
  const used = new Uint16Array(DAYS * 2)
  let [phones, cards] = [0, 0]

  /**
   * A citizen id for the birthday, and the day really taken: the day before when the numbers of one are used
   * up.
   */
  function citizenId(birthDay: number, male: boolean): { idNo: string; birthDay: number } {
    for (let day = birthDay; ; day--) {
      const slot = (day - FIRST_DAY) * 2 + (male ? 1 : 0)
      while ((used[slot] ?? PER_DAY_AND_SEX) < PER_DAY_AND_SEX) {
        const sequence = ((used[slot] ?? 0) + 1) * 2 - (male ? 1 : 0)
        used[slot] = (used[slot] ?? 0) + 1
        const idNo = buildCitizenId(SYNTHETIC_AREA, dayText(day), sequence)
        // A true number ending in 000 would be read as one that a spreadsheet has rounded.
        if (!idNo.endsWith('000')) return { idNo, birthDay: day }
      }
    }
  }

  return {
    citizenId,
    phone: (): string => `154${String((phones++ * PHONE_STEP) % PHONES).padStart(8, '0')}`,
    card: (): string => `62170099${String(cards++).padStart(11, '0')}`,
  }
}

export type IdentityNumbers = ReturnType<typeof identityNumbers>
