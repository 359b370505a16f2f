/** What stands beside the canvas: the selected element or network, several of them, or the lab itself. */
export function SidePanel() {
  return null;
}
