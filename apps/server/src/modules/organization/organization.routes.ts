/** Joins the endpoints of organization to their use cases. */
export const organizationRoutes = {}
