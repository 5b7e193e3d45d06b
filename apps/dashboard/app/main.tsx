import '@mantine/core/styles.layer.css';
import './fonts.css';
import './tokens.css';
import './document.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { startTranslations } from '../i18n/start.js';
import { catchDroppedFiles } from './dropped-file.js';
import { Providers } from './Providers.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw in.');

// Parsers compiled at run time would need a content policy that allows eval.
z.config({ jitless: true });
catchDroppedFiles(window, () => window.location.pathname.endsWith('/sources'));
await startTranslations();
createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
