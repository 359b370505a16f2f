const attribute = 'data-mantine-color-scheme';

/** Paper is white: whoever reads in the dark prints in light all the same. */
export function printInLight(): void {
  const root = document.documentElement;
  let before: string | null = null;
  window.addEventListener('beforeprint', () => {
    before = root.getAttribute(attribute);
    root.setAttribute(attribute, 'light');
  });
  window.addEventListener('afterprint', () => {
    if (before !== null) root.setAttribute(attribute, before);
  });
}
