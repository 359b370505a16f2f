/** lab.yaml as text, in step with the canvas. */
export function YamlEditor() {
  return null;
}
