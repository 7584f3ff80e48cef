// Light or dark: as the machine says, unless the person chose.
const choice = () => localStorage.getItem('fe2i.theme');
const dark = matchMedia('(prefers-color-scheme: dark)');

export const theme = {
  apply(): void {
    document.documentElement.dataset.theme = choice() ?? (dark.matches ? 'dark' : 'light');
  },
  toggle(): void {
    const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    if (next === (dark.matches ? 'dark' : 'light')) localStorage.removeItem('fe2i.theme');
    else localStorage.setItem('fe2i.theme', next);
    theme.apply();
  },
};

dark.addEventListener('change', theme.apply);
