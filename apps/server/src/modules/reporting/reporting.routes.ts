/** Joins the endpoints of reporting to their use cases. */
export const reportingRoutes = {}
