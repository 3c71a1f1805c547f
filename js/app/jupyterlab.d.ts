/** What the page asks of JupyterLab; its own types would come with all of JupyterLab. */

export interface Signal<Sender, Change> {
  connect(heard: (sender: Sender, change: Change) => void): boolean;
  disconnect(heard: unknown, receiver?: unknown): boolean;
}

export interface Widget {
  readonly id: string;
  readonly isHidden: boolean;
  readonly layout: Iterable<Widget> | null;
  hasClass(name: string): boolean;
  hide(): void;
  show(): void;
}

export interface Shell extends Widget {
  readonly currentWidget: Widget | null;
  readonly currentChanged?: Signal<Shell, unknown>;
  readonly layoutModified?: Signal<Shell, unknown>;
  collapseLeft(): void;
  collapseRight(): void;
}

export interface NotebookModel {
  dirty: boolean;
  readonly stateChanged: Signal<NotebookModel, { name: string; newValue: unknown }>;
  getMetadata(key: string): unknown;
}

export interface Cell {
  readonly model: { readonly type: string; readonly sharedModel: { getSource(): string } };
  addClass(name: string): void;
}

export interface Kernel {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly connectionStatus: string;
  readonly isDisposed: boolean;
  readonly serverSettings: { readonly baseUrl: string };
  reconnect(): Promise<void>;
}

export interface SessionContext {
  readonly ready: Promise<void>;
  readonly session: { readonly kernel: Kernel | null } | null;
  readonly statusChanged: Signal<SessionContext, string>;
  readonly connectionStatusChanged: Signal<SessionContext, string>;
  readonly kernelChanged: Signal<SessionContext, { oldValue: Kernel | null; newValue: Kernel | null }>;
  readonly sessionManager: { refreshRunning(): Promise<void> };
  changeKernel(asked: { name: string }): Promise<unknown>;
}

export interface NotebookPanel {
  readonly node: HTMLElement;
  readonly content: { readonly node: HTMLElement; readonly widgets: readonly Cell[] };
  readonly context: { readonly ready: Promise<void>; readonly model: NotebookModel };
  readonly disposed: Signal<NotebookPanel, unknown>;
  readonly revealed: Promise<void>;
  readonly sessionContext: SessionContext;
  readonly toolbar: { hide(): void };
  /** JupyterLab's own question when a kernel has died; no promised part of it. */
  readonly _onSessionStatusChanged?: unknown;
  addClass(name: string): void;
}

export interface NotebookTracker {
  readonly widgetAdded: Signal<NotebookTracker, NotebookPanel>;
}

export interface NotebookActions {
  runAll(notebook: NotebookPanel["content"], session: SessionContext): Promise<boolean>;
}

export interface Launcher {
  add(card: { command: string; category: string; rank: number; kernelIconUrl: string }): unknown;
}

export interface Command {
  label: string;
  caption: string;
  execute(args: { readonly cwd?: unknown }): unknown;
}

export interface JupyterLab {
  readonly commands: {
    execute(command: string, args?: { path: string }): Promise<unknown>;
    addCommand(id: string, command: Command): unknown;
  };
  readonly restored: Promise<void>;
  readonly serviceManager: {
    readonly contents: {
      get(path: string, how: { content: boolean }): Promise<unknown>;
      save(path: string, file: { type: string; format: string; content: unknown }): Promise<unknown>;
    };
  };
  readonly shell: Shell;
}

export interface Plugin {
  id: string;
  autoStart: boolean;
  requires: readonly unknown[];
  provides?: unknown;
  activate(app: JupyterLab, given: unknown): unknown;
}

/** Modules that JupyterLab shares with its extensions: by name, then by version. */
export type ShareScope = Record<string, Record<string, { get(): Promise<() => unknown> }>>;

/** A module container as bundlers write it. */
export interface Container {
  init(scope: ShareScope): void;
  get(name: string): Promise<() => { __esModule: true; default: readonly Plugin[] }>;
}

declare global {
  interface Window {
    _JUPYTERLAB?: Record<string, Container>;
  }
}
