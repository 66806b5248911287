/** Joins the endpoints of access to their use cases. */
export const accessRoutes = {}
