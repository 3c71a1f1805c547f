/** What the page asks of JupyterLab; its own types would come with all of JupyterLab. */

export interface Signal<Sender, Change> {
  connect(heard: (sender: Sender, change: Change) => void): boolean;
}

export interface NotebookModel {
  dirty: boolean;
  readonly stateChanged: Signal<NotebookModel, { name: string; newValue: unknown }>;
  getMetadata(key: string): unknown;
}

export interface NotebookPanel {
  readonly node: HTMLElement;
  readonly content: { readonly node: HTMLElement };
  readonly context: { readonly ready: Promise<void>; readonly model: NotebookModel };
  readonly revealed: Promise<void>;
  readonly sessionContext: { readonly ready: Promise<void> };
  readonly toolbar: { hide(): void };
  addClass(name: string): void;
}

export interface NotebookTracker {
  readonly widgetAdded: Signal<NotebookTracker, NotebookPanel>;
}

export interface JupyterLab {
  readonly commands: { execute(command: string): Promise<unknown> };
  readonly restored: Promise<void>;
  readonly shell: { collapseLeft(): void; collapseRight(): void };
}

export interface Plugin {
  id: string;
  autoStart: boolean;
  requires: readonly unknown[];
  activate(app: JupyterLab, tracker: NotebookTracker): void;
}

/** Modules that JupyterLab shares with its extensions: by name, then by version. */
export type ShareScope = Record<string, Record<string, { get(): Promise<() => unknown> }>>;

/** A module container as bundlers write it. */
export interface Container {
  init(scope: ShareScope): void;
  get(name: string): Promise<() => { __esModule: true; default: Plugin }>;
}

declare global {
  interface Window {
    _JUPYTERLAB?: Record<string, Container>;
  }
}
