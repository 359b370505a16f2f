/** The part of noVNC 1.7 that is used here; the package has no types of its own. Its docs/API.md describes it. */
declare module '@novnc/novnc' {
  interface RfbEvents {
    readonly connect: CustomEvent<unknown>;
    readonly disconnect: CustomEvent<{ readonly clean: boolean }>;
    readonly clipboard: CustomEvent<{ readonly text: string }>;
    readonly securityfailure: CustomEvent<{ readonly status: number; readonly reason?: string }>;
  }

  export default class RFB extends EventTarget {
    constructor(target: HTMLElement, channel: WebSocket, options?: { readonly shared?: boolean });
    viewOnly: boolean;
    scaleViewport: boolean;
    clipViewport: boolean;
    resizeSession: boolean;
    showDotCursor: boolean;
    qualityLevel: number;
    compressionLevel: number;
    background: string;
    focus(options?: FocusOptions): void;
    blur(): void;
    disconnect(): void;
    /** Presses and releases without `down`. Without a code the keysym alone is sent. */
    sendKey(keysym: number, code: string | null, down?: boolean): void;
    clipboardPasteFrom(text: string): void;
    addEventListener<Name extends keyof RfbEvents>(
      type: Name,
      listener: (event: RfbEvents[Name]) => void,
    ): void;
  }
}
