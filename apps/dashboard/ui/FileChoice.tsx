import { FileButton } from '@mantine/core';
import { type MouseEvent, type ReactNode } from 'react';

/** A browser says nothing where the path chosen before is chosen again, and the file behind it may be mended by now. */
const forget = (event: Pick<MouseEvent<HTMLInputElement>, 'currentTarget'>) => {
  event.currentTarget.value = '';
};

/** A button behind which a file is chosen, the same as often as somebody likes. */
export function FileChoice({
  accept,
  onFile,
  children,
}: {
  accept: string;
  onFile: (file: File | null) => void;
  children: (props: { onClick: () => void }) => ReactNode;
}) {
  return (
    <FileButton accept={accept} onChange={onFile} inputProps={{ onClick: forget }}>
      {children}
    </FileButton>
  );
}
