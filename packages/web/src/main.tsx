import './theme/fonts.css';
import '@mantine/core/styles.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { printInLight } from './theme/printInLight.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');
printInLight();
createRoot(root).render(<App />);
