import { mount } from 'svelte';
import App from './App.svelte';
import { preferred, setLang } from './lib/i18n.svelte.ts';
import { theme } from './lib/theme.ts';
import './styles/tokens.css';
import './styles/base.css';

theme.apply();
await setLang(preferred());
const target = document.getElementById('app');
if (target) mount(App, { target });
if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
