/** Endpoints of indicators. */
export const indicatorsContract = {}
