import { CardParameters, DEFAULT_CARD_PARAMETERS } from '@anye/contract/cards/card-parameters'
import { DEFAULT_PARAMETERS, IndicatorParameters, PARAMETERS_KEY } from '@anye/contract/indicators/parameters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { Tx } from '../../platform/db.ts'
import { settingOn } from '../../platform/setting.store.ts'

const KEY = 'cards.parameters'

/** The parameters of the monthly check in force on a day. */
export async function cardParametersOn(tx: Tx, day: CalendarDate): Promise<CardParameters> {
  const setting = await settingOn(tx, KEY, day)
  return setting === undefined ? DEFAULT_CARD_PARAMETERS : CardParameters.parse(setting.value)
}

/** Who gets a line on a day: every labourer, and residents registered elsewhere, who are served without being counted (DOMAIN section 4). */
export async function labourParametersOn(tx: Tx, day: CalendarDate): Promise<IndicatorParameters> {
  const setting = await settingOn(tx, PARAMETERS_KEY, day)
  const parameters = setting === undefined ? DEFAULT_PARAMETERS : IndicatorParameters.parse(setting.value)
  return { ...parameters, countsHukouElsewhere: true }
}
