/** Line drawings of 24 units, in the colour of the text. */
function Icon({ d }: { d: string }) {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}

export const ListIcon = () => <Icon d="M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5" />
export const OutboxIcon = () => <Icon d="M4 13v6h16v-6M12 15V4M7.5 8.5 12 4l4.5 4.5" />
export const PersonIcon = () => <Icon d="M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.8-3.6 3.800-5.500 7.500-5.500s6.700 1.900 7.500 5.500" />
export const BackIcon = () => <Icon d="M15 5 8 12l7 7" />
export const NextIcon = () => <Icon d="m9 6 6 6-6 6" />
export const ScanIcon = () => <Icon d="M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M4 12h16" />
export const SearchIcon = () => <Icon d="M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM15.500 15.500 20 20" />
