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

/** What makes a labourer on a day: a line is opened for each. */
export async function labourParametersOn(tx: Tx, day: CalendarDate): Promise<IndicatorParameters> {
  const setting = await settingOn(tx, PARAMETERS_KEY, day)
  return setting === undefined ? DEFAULT_PARAMETERS : IndicatorParameters.parse(setting.value)
}
