import { panelText } from './panelText.ts';

const mostBytes = 256 * 1024;

/** A file of this computer as text for lab.yaml, or why it cannot be. */
export async function readTextFile(
  file: File,
): Promise<{ readonly content: string } | { readonly refusal: string }> {
  if (file.size > mostBytes) return { refusal: panelText.tooLarge(file.name) };
  try {
    const content = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return content.includes('\0') ? { refusal: panelText.notText(file.name) } : { content };
  } catch {
    return { refusal: panelText.notText(file.name) };
  }
}
