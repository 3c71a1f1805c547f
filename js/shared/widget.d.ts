// What Jupyter hands to a page: a model that both sides see, and the place to draw in.

export interface Model<State> {
  get<Name extends keyof State>(name: Name): State[Name];
  set<Name extends keyof State>(name: Name, value: State[Name]): void;
  send(content: unknown, callbacks?: unknown, buffers?: readonly ArrayBuffer[]): void;
  on(event: string, act: (...given: never[]) => void): void;
  off(event: string, act: (...given: never[]) => void): void;
}

export interface Context<State> {
  model: Model<State>;
  el: HTMLElement;
}
