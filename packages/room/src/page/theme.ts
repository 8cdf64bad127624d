import { icon } from './icon.ts';

const KEY = 'room-theme';

/** Makes a button switch between light and dark; until it is used the page follows the system. */
export function startTheme(button: HTMLElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const stored = (): string | null => localStorage.getItem(KEY);
  const isDark = (): boolean => (stored() ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = (): void => {
    const chosen = stored();
    if (chosen) document.documentElement.dataset['theme'] = chosen;
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
