import { type MouseEvent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DropArea } from './DropArea.js';

type Clicked = (event: Pick<MouseEvent<HTMLInputElement>, 'currentTarget'>) => void;
const buttons: { inputProps?: { onClick?: Clicked } }[] = [];

// What a browser keeps of a choice is the value of the input alone.
jest.mock('@mantine/core', () => ({
  Button: () => null,
  FileButton: (props: (typeof buttons)[number]) => (buttons.push(props), null),
}));
jest.mock('react-i18next', () => ({ useTranslation: () => ({ t: (key: string) => key }) }));
jest.mock('../../i18n/use-format.js', () => ({ useFormat: () => ({ number: String }) }));
jest.mock('./sources.module.css', () => ({}));

it('forgets what was chosen before, so that the mended file of the same path is seen', () => {
  renderToStaticMarkup(<DropArea file={null} onFile={() => undefined} />);
  const input = { value: 'C:\\fakepath\\directory.csv' };
  buttons[0]?.inputProps?.onClick?.({ currentTarget: input as HTMLInputElement });
  expect(input.value).toBe('');
});
