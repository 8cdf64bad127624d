import { icon } from './icon.js';

const KEY = 'room-theme';

/** Makes a button switch between light and dark; until it is used the page follows the system. */
export function startTheme(button) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const stored = () => localStorage.getItem(KEY);
  const isDark = () => (stored() ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = () => {
    const chosen = stored();
    if (chosen) document.documentElement.dataset.theme = chosen;
    const label = isDark() ? 'Use the light theme' : 'Use the dark theme';
    button.setAttribute('aria-label', label);
    button.title = label;
    button.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, isDark() ? 'light' : 'dark');
    show();
  });
  system.addEventListener('change', show);
  show();
}
