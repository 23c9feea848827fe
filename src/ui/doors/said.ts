// TRANSITIONAL: what is still said as a string is shown as it is.
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { sayText } from '../../messages/said/said';

export const said = (text: string | Message, language: Language): string => sayText(text, language);
