import { type ReactNode } from 'react';
import { Columns } from '../ui/Columns.js';
import { loaded, Panel } from '../ui/Panel.js';

/** `few`: as little as there can be; `many`: more than has room; `long`: names as long as organisations have them. */
export type SampleState =
  | 'usual'
  | 'few'
  | 'many'
  | 'long'
  | 'nothing'
  | 'loading'
  | 'refused'
  | 'empty'
  | 'masked'
  | 'expert';

interface SampleProps {
  of: string;
  state: SampleState;
  children: ReactNode;
}

/** One component in one state, by whose name it is found by whoever takes pictures of it. */
export function Sample({ of, state, children }: SampleProps) {
  return (
    <div data-sample={`${of} ${state}`}>
      <Panel query={loaded(null)} title={of} subtitle={state}>
        {() => children}
      </Panel>
    </div>
  );
}

/** The same, side by side where there is room. */
export const Samples = ({ children }: { children: ReactNode }) => <Columns>{children}</Columns>;
