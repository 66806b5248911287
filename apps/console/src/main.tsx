import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import './ui/tokens.css'
import './ui/base.css'
import './ui/print.css'
// Marks of state stand in every module; split with one page's styles they would miss on another opened first.
import './ui/figures/state-mark.css'

// The fall-back font's list of 101 slices loads beside the page; a machine with Chinese fonts never fetches a slice.
void import('@fontsource-variable/noto-sans-sc/index.css')

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
