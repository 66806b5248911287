/** Joins the endpoints of indicators to their use cases. */
export const indicatorsRoutes = {}
