import { type ReactNode, useState } from 'react';

interface Props {
  title: string;
  /** There is something in it to see to. Once it has opened for that, it does not close by itself. */
  opens: boolean;
  children: ReactNode;
}

/** Details that whoever reads opens and closes. */
export function Fold({ title, opens, children }: Props) {
  const [decided, setDecided] = useState<boolean | null>(null);
  const [hasOpened, setHasOpened] = useState(opens);
  if (opens && !hasOpened) setHasOpened(true);
  return (
    <details open={decided ?? hasOpened} onToggle={(event) => setDecided(event.currentTarget.open)}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
