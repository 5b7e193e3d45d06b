import '@mantine/core/styles.layer.css';
import './fonts.css';
import './tokens.css';
import './document.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTranslations } from '../i18n/start.js';
import { Providers } from './Providers.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw in.');

await startTranslations();
createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
